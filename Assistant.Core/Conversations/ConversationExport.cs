using System.Text;
using System.Text.Json;

namespace Assistant.Core.Conversations;

/// <summary>A conversation to take away: as Markdown to read, or as JSON to bring back.</summary>
public sealed record ConversationExport(string Title, IReadOnlyList<Turn> Turns, string? Head = null)
{
    private static readonly JsonSerializerOptions Indented = new(ConversationJson.Options) { WriteIndented = true };

    public static ConversationExport Of(Conversation conversation) => new(conversation.Title, conversation.Turns, conversation.Head);

    /// <summary>Everything, on every branch.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    /// <summary>The open branch.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"# {Title}\n");
        foreach (var turn in Branches.PathTo(Turns, Head))
        {
            text.Append(turn.Role == TurnRole.User ? "\n## You\n\n" : "\n## Assistant\n\n").Append(turn.Text.Trim()).Append('\n');
            if (turn.Code is { Length: > 0 } code)
            {
                var fence = FenceFor(code);
                text.Append($"\n{fence}{turn.Language?.ToLowerInvariant()}\n{code.TrimEnd()}\n{fence}\n");
            }

            if (!turn.IsComplete)
            {
                text.Append("\n*(This answer is not complete.)*\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What <see cref="ToJson"/> wrote; none when the text is something else.</summary>
    public static ConversationExport? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationExport>(json, ConversationJson.Options) is { Turns: { } turns, Title: not null } export
                && turns.All(turn => turn is { Id: not null, Text: not null }) && turns.Select(turn => turn.Id).Distinct().Count() == turns.Count
                ? export
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps it as a new conversation of <paramref name="owner"/>.</summary>
    /// <exception cref="ConversationStoreException">It could not be kept.</exception>
    public async Task<string> KeepAsync(IConversationStore store, Owner owner, CancellationToken cancellationToken)
    {
        // Nothing is arriving here, whatever it was doing there.
        var turns = Turns.Select(turn => turn with { ReplyId = null, State = turn.HasEnded ? turn.State : Replies.ReplyState.Interrupted }).ToList();
        var id = (await store.CreateAsync(owner, turns, cancellationToken)).Id;
        await store.ChangeAsync(owner, id, new ConversationChange { Title = Title, Head = Head }, cancellationToken);
        return id;
    }

    private static string FenceFor(string code)
    {
        var longest = code.Split('\n').Max(line => line.TrimStart().TakeWhile(character => character == '`').Count());
        return new string('`', Math.Max(3, longest + 1));
    }
}
