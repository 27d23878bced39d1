using Assistant.Core;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

internal static class RefactorEndpoints
{
    public static IEndpointRouteBuilder MapRefactor(this IEndpointRouteBuilder api)
    {
        api.MapPost("/refactor", RefactorAsync)
            .Accepts<RefactorBody>("application/json")
            .Produces<RefactorJson>()
            .Produces<DeltaJson>(contentType: "text/event-stream")
            .WithSummary("Returns the code refactored, with its changes explained and a diff.");
        return api;
    }

    private static async Task<IResult> RefactorAsync(HttpContext context, ReplyRunner runner, Owner owner)
    {
        var body = await Input.ReadAsync<RefactorBody>(context.Request);
        var refactoring = new Refactoring(
            Input.Required(body.Code, "code"), Input.Language(body.Language), Input.Optional(body.Instruction, "instruction"))
        {
            Level = Input.Level(body.Level),
        };
        var choice = Input.Delivery(body.Delivery);
        var reply = runner.Start<RefactorService>(
            owner, null, async (refactor, reply, stopping) => await refactor.RefactorAsync(refactoring, choice, reply, stopping));
        return await ReplyResponses.AnswerAsync(reply, context);
    }

    private sealed record RefactorBody(string? Code, string? Language, string? Instruction, string? Level, string? Delivery);
}
