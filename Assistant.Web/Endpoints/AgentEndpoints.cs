using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Assistant.Web.Endpoints;

internal static class AgentEndpoints
{
    private const string Unknown = "This run does not exist.";
    private const string EventStream = "text/event-stream";

    /// <summary>What a caller that only waits needs to hear: that it is not hanging.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public static IEndpointRouteBuilder MapAgent(this IEndpointRouteBuilder api)
    {
        api.MapPost("/agent", RunAsync)
            .Accepts<AgentBody>("application/json")
            .Produces<AgentJson>()
            .Produces<WorkingJson>(contentType: EventStream)
            .WithSummary("Does a task in the workspace, runs its tests and answers with what was changed.");
        api.MapPost("/agent/{runId}/undo", UndoAsync)
            .Accepts<UndoBody>("application/json")
            .Produces<UndoJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Puts files back as they were before a run: all of them, or the named ones.");
        return api;
    }

    private static async Task<IResult> RunAsync(HttpContext context, ConversationTurns turns, ReplyRunner runner, AgentRuns runs, TimeProvider time)
    {
        var body = await Input.ReadAsync<AgentBody>(context.Request);
        var task = new Turn(Turn.NewId(), TurnRole.User, Input.Required(body.Task, "task")) { Kind = AgentService.Kind };
        var reply = await turns.StartAsync<AgentService>(
            body.ConversationId,
            task,
            (agent, asked, history, reply, stopping) => agent.RunAsync(new AgentTask(asked.Text, history), reply, stopping),
            context.RequestAborted);
        ReplyResponses.StopWithCaller(reply, context);
        context.Response.Headers["X-Reply-Id"] = reply.Id;
        if (context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == EventStream))
        {
            ServerTiming.TellBegin(context.Response, reply);
            return Results.ServerSentEvents(ItemsAsync(reply, runner, runs, time, context.Response, context.RequestAborted));
        }

        await reply.Ended.WaitAsync(context.RequestAborted);
        ServerTiming.Tell(context.Response, reply);
        return reply.End is ReplyEvent.Failed { Failure: var failure }
            ? ReplyResponses.Failure(failure, context)
            : Results.Ok(await EndOfAsync(reply, runner, runs, context.RequestAborted));
    }

    private static async Task<IResult> UndoAsync(string runId, HttpContext context, AgentRuns runs, Owner owner)
    {
        // A body in chunks has no length, and must not be taken for none: that would undo everything.
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        var body = hasBody ? await Input.ReadAsync<UndoBody>(context.Request) : new UndoBody(null);
        try
        {
            var result = await runs.UndoAsync(owner, runId, body.Paths, context.RequestAborted);
            return Results.Ok(new UndoJson(result.Restored, [.. result.Refused.Select(refusal => new RefusalJson(refusal.Path, refusal.Reason))]));
        }
        catch (AgentRunNotFoundException)
        {
            return Problems.NotFound(Unknown);
        }
    }

    private static async IAsyncEnumerable<SseItem<object>> ItemsAsync(
        Reply reply, ReplyRunner runner, AgentRuns runs, TimeProvider time, HttpResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await response.Body.FlushAsync(cancellationToken);
        while (!reply.Ended.IsCompleted)
        {
            yield return new SseItem<object>(new WorkingJson(reply.Doing ?? "starting", Math.Round(reply.Meter.Read().Timing.Total.TotalMilliseconds)), "working");
            await Task.WhenAny(reply.Ended, Task.Delay(Pace, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        yield return reply.End is ReplyEvent.Failed { Failure: var failure }
            ? new SseItem<object>(Problems.Of(failure), "error")
            : new SseItem<object>(await EndOfAsync(reply, runner, runs, cancellationToken), "done");
    }

    /// <summary>A run that was stopped is remembered a moment after its reply has ended.</summary>
    private static async Task<AgentJson> EndOfAsync(Reply reply, ReplyRunner runner, AgentRuns runs, CancellationToken cancellationToken)
    {
        await runner.OverAsync(reply).WaitAsync(cancellationToken);
        var run = await runs.FindAsync(reply.Owner, reply.Id, cancellationToken);
        var report = run?.Report ?? RunReport.Nothing with { Outcome = AgentOutcome.Stopped };
        var facts = reply.End!.FactsAtEnd!;
        return new AgentJson(
            reply.Id,
            reply.Id,
            reply.ConversationId,
            reply.Text,
            report.Outcome,
            report.Verdict,
            [.. (run?.Files ?? []).Select(file => new FileJson(file.Path, file.Status.ToString().ToLowerInvariant(), file.Diff))],
            report.Tests is { } tests ? new TestsJson(tests.Command, tests.Passed, tests.Failed, tests.Skipped) : null,
            report.ModelCalls,
            facts.Model,
            UsageJson.Of(facts.Usage),
            TimingJson.Of(facts.Timing));
    }

    private sealed record AgentBody(string? Task, string? ConversationId);

    private sealed record UndoBody(IReadOnlyList<string>? Paths);

    private sealed record WorkingJson(string Message, double ElapsedMs);

    private sealed record AgentJson(
        string ReplyId, string RunId, string? ConversationId, string Answer, string Outcome, string Verdict, IReadOnlyList<FileJson> Files, TestsJson? Tests,
        int Calls, string? Model, UsageJson? Usage, TimingJson Timing);

    private sealed record FileJson(string Path, string Status, string Diff);

    private sealed record TestsJson(string Command, int Passed, int Failed, int Skipped);

    private sealed record UndoJson(IReadOnlyList<string> Restored, IReadOnlyList<RefusalJson> Refused);

    private sealed record RefusalJson(string Path, string Reason);
}
