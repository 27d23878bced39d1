using System.Net.Mime;
using System.Text;
using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

internal static class ConversationEndpoints
{
    private const int LongestQuery = 200;

    public static IEndpointRouteBuilder MapConversations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", ListAsync).WithSummary("Lists conversations, the pinned ones first, then the newest; with a query those that hold it.");
        api.MapGet("/conversations/{id}", FindAsync).WithSummary("One conversation with the turns of its open branch.");
        api.MapDelete("/conversations/{id}", DeleteAsync).WithSummary("Deletes a conversation.");
        api.MapGet("/conversations/{id}/export", ExportAsync).WithSummary("A conversation as a file, in Markdown (format=md) or JSON (format=json).");
        return api;
    }

    /// <summary>A page at a time: <paramref name="after"/> is the id of the last one of the page before.</summary>
    private static async Task<IEnumerable<ListedJson>> ListAsync(
        IConversationStore store, Owner owner, string? query, string? after, int? take, CancellationToken cancellationToken)
    {
        if (query?.Length > LongestQuery)
        {
            throw new InputException(StatusCodes.Status400BadRequest, "query", $"Search for at most {LongestQuery} characters.");
        }

        var listed = await store.ListAsync(owner, new ConversationQuery(query, after, Math.Clamp(take ?? ConversationQuery.UsualTake, 1, 1000)), cancellationToken);
        return listed.Select(conversation => new ListedJson(conversation.Id, conversation.Title, conversation.Changed, conversation.IsPinned));
    }

    private static async Task<ConversationJson> FindAsync(
        string id, IConversationStore store, ReplyRunner runner, Owner owner, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(owner, id, cancellationToken) ?? throw new ConversationNotFoundException();
        return new ConversationJson(
            found.Id,
            found.Title,
            found.Changed,
            [.. found.Path.Select(turn => new TurnJson(turn.Id, Word(turn.Role), turn.Text, Word(StateOf(turn, runner.Find(owner, turn.ReplyId ?? "")))))]);
    }

    private static async Task<IResult> DeleteAsync(string id, ConversationReplies replies, Owner owner, CancellationToken cancellationToken)
    {
        await replies.DeleteAsync(owner, id, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ExportAsync(string id, string? format, IConversationStore store, Owner owner, CancellationToken cancellationToken)
    {
        var isJson = format switch
        {
            null or "md" => false,
            "json" => true,
            _ => throw new InputException(StatusCodes.Status400BadRequest, "format", "Choose \"md\" or \"json\"."),
        };
        var export = ConversationExport.Of(await store.FindAsync(owner, id, cancellationToken) ?? throw new ConversationNotFoundException());
        return Results.File(
            Encoding.UTF8.GetBytes(isJson ? export.ToJson() : export.ToMarkdown()),
            isJson ? MediaTypeNames.Application.Json : "text/markdown; charset=utf-8",
            FileName.Of(export.Title) + (isJson ? ".json" : ".md"));
    }

    /// <summary>An answer that says it is arriving without a reply that does was broken off.</summary>
    private static ReplyState StateOf(Turn turn, Reply? reply) => turn.HasEnded ? turn.State : reply?.State ?? ReplyState.Interrupted;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed record ListedJson(string Id, string Title, DateTimeOffset Changed, bool Pinned);

    private sealed record ConversationJson(string Id, string Title, DateTimeOffset Changed, IReadOnlyList<TurnJson> Turns);

    private sealed record TurnJson(string Id, string Role, string Text, string State);
}
