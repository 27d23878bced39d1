using Assistant.Core.Ask;
using Assistant.Core.Conversations;

namespace Assistant.Web.Endpoints;

internal static class AskEndpoints
{
    public static IEndpointRouteBuilder MapAsk(this IEndpointRouteBuilder api)
    {
        api.MapPost("/ask", AskAsync)
            .Accepts<AskBody>("application/json")
            .Produces<AnswerJson>()
            .WithSummary("Answers a short question, about a piece of code or about none, in one call.");
        return api;
    }

    private static async Task<IResult> AskAsync(HttpContext context, ConversationTurns turns)
    {
        var body = await Input.ReadAsync<AskBody>(context.Request);
        var question = new Turn(Turn.NewId(), TurnRole.User, Input.Required(body.Question, "question"))
        {
            Kind = AskService.Kind,
            Code = Input.Optional(body.Code, "code"),
            Language = Input.Language(body.Language),
        };
        var reply = await turns.StartAsync<AskService>(
            body.ConversationId,
            question,
            (ask, asked, _, reply, stopping) => ask.AnswerAsync(Question.Of(asked), reply, stopping),
            context.RequestAborted);
        return await ReplyResponses.AnswerAsync(reply, context);
    }

    private sealed record AskBody(string? Question, string? Code, string? Language, string? ConversationId);
}
