using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Delivery;
using Assistant.Core.Generate;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

internal static class GenerateEndpoints
{
    public static IEndpointRouteBuilder MapGenerate(this IEndpointRouteBuilder api)
    {
        api.MapPost("/generate", GenerateAsync)
            .Accepts<GenerateBody>("application/json")
            .Produces<AnswerJson>()
            .Produces<DeltaJson>(contentType: "text/event-stream")
            .WithSummary("Writes an answer of any length: JSON where it is expected to be short, an event stream otherwise.");
        return api;
    }

    private static async Task<IResult> GenerateAsync(HttpContext context, ConversationTurns turns)
    {
        var body = await Input.ReadAsync<GenerateBody>(context.Request);
        var choice = Input.Delivery(body.Delivery);
        var prompt = new Turn(Turn.NewId(), TurnRole.User, Input.Required(body.Prompt, "prompt"))
        {
            Kind = string.IsNullOrEmpty(body.ConversationId) ? GenerateService.Kind : ChatService.Kind,
            Code = Input.Optional(body.Code, "code"),
            Language = Input.Language(body.Language),
        };
        return await ReplyResponses.AnswerAsync(await StartAsync(body.ConversationId, prompt, choice, turns, context.RequestAborted), context);
    }

    /// <summary>In a conversation a generation is the next message of a chat.</summary>
    private static Task<Reply> StartAsync(
        string? conversationId, Turn prompt, DeliveryChoice choice, ConversationTurns turns, CancellationToken cancellationToken) =>
        prompt.Kind == ChatService.Kind
            ? turns.StartAsync<ChatService>(
                conversationId,
                prompt,
                (chat, asked, history, reply, stopping) =>
                    chat.AnswerAsync(ChatRequest.Of(asked, history) with { Choice = choice }, reply, stopping),
                cancellationToken)
            : turns.StartAsync<GenerateService>(
                conversationId,
                prompt,
                (generate, asked, _, reply, stopping) =>
                    generate.WriteAsync(new Generation(asked.Text, asked.Code, asked.Language, choice), reply, stopping),
                cancellationToken);

    private sealed record GenerateBody(string? Prompt, string? Code, string? Language, string? Delivery, string? ConversationId);
}
