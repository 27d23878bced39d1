using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Symbols;
using Assistant.Core.Workspace.Testing;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Agent;

/// <summary>
/// Does a task in the workspace: the model works with its tools until it is done, the tests are run, and what they find goes back to it. The answer comes
/// whole; what was changed is remembered as a run with the reply's id, and can be undone.
/// </summary>
public sealed class AgentService(
    DeliveryService delivery,
    WorkspaceSelection selection,
    OwnPlaces own,
    SymbolIndexes symbols,
    CheckpointStore checkpoints,
    AgentRuns runs,
    TestRunner tests,
    TimeProvider time,
    ILogger<AgentService> logger)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "agent";

    /// <summary>How often what the tests find goes back to the model.</summary>
    public const int MostRepairs = 3;

    private const string Reason = "a task: its result comes whole";

    /// <exception cref="ModelException">The model failed before it had changed anything.</exception>
    public async Task RunAsync(AgentTask task, Reply reply, CancellationToken cancellationToken)
    {
        reply.Meter.Planned(false, Reason);
        reply.Append(new ReplyEvent.Planned(false, Reason));
        using var budget = new ToolBudget(time);
        using var work = new AgentWork(selection.Current, own, symbols, checkpoints, tests, reply);
        var loop = new ToolLoop(delivery.StepsFor(reply), work.Tools, new Assignment(Kind, task.Text), budget, reply, time, logger);
        try
        {
            var (end, verdict) = await WorkAsync(task, loop, work, cancellationToken);
            await KeepAsync(task, work, budget, verdict, reply);
            reply.Append(new ReplyEvent.Text(end is ToolLoopEnd.Answered { Text.Length: > 0 } answered ? answered.Text : verdict.Words));
        }
        catch (ModelException) when (!work.HasEdited)
        {
            reply.Append(new ReplyEvent.Text(loop.Unfinished));
            throw;
        }
        catch (ModelException failure)
        {
            var words = $"{failure.Message} What had been changed until then is listed; no tests prove it.";
            await KeepAsync(task, work, budget, new Verdict(AgentOutcome.Failed, words), reply);
            reply.Append(new ReplyEvent.Text($"{loop.Unfinished}\n\n{words}".TrimStart()));
        }
        catch (ToolException failure)
        {
            reply.Fail(new ReplyFailure(null, $"The workspace cannot be read: {failure.Message}"));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await KeepAsync(task, work, budget, new Verdict(AgentOutcome.Stopped, "It was stopped. What had been changed until then is listed; no tests prove it."), reply);
            throw;
        }
    }

    private static async Task<(ToolLoopEnd End, Verdict Verdict)> WorkAsync(AgentTask task, ToolLoop loop, AgentWork work, CancellationToken cancellationToken)
    {
        var files = work.Files.List(work.Files.Resolve("")).Select(file => file.Path);
        var end = await loop.RunAsync(Prompts.For(task, files), mayUseReserve: false, cancellationToken);
        var limit = end as ToolLoopEnd.Limited;
        var verdict = Verdict.OfNothing(work.Latest);
        var changes = await work.ChangesAsync(cancellationToken);
        for (var repairs = 0; changes.Count > 0; repairs++)
        {
            if (await work.TestAsync(changes, cancellationToken) is not var (run, comparison))
            {
                verdict = new Verdict(AgentOutcome.NotVerified, $"No tests were run. {work.Obstacle}");
                break;
            }

            verdict = Verdict.Of(run, comparison);
            if (comparison.IsVerified || comparison.TellsNothing || repairs == MostRepairs)
            {
                break;
            }

            var before = changes;
            end = await loop.RunAsync([Prompts.Unproven(run, comparison)], mayUseReserve: true, cancellationToken);
            limit ??= end as ToolLoopEnd.Limited;
            changes = await work.ChangesAsync(cancellationToken);
            if (changes.SequenceEqual(before))
            {
                break;   // it has nothing to mend, or does not know how
            }
        }

        // What ended before it was done stays so, also where what there is of it could be mended.
        return (end, limit is null ? verdict : verdict.Because(limit));
    }

    /// <summary>Also what was stopped is remembered, so nothing cancels it.</summary>
    private async Task KeepAsync(AgentTask task, AgentWork work, ToolBudget budget, Verdict verdict, Reply reply)
    {
        var changes = await work.ChangesAsync(CancellationToken.None);
        var steps = reply.Steps.Select(step => new RunStep(step.Name, step.Target, step.Took, step.HasFailed));
        var report = new RunReport(verdict.Outcome, verdict.Words, verdict.Tests, budget.Made, [.. steps]);
        await runs.AddAsync(reply.Owner, reply.Id, reply.ConversationId, task.Text, work.Checkpoint, changes, report, CancellationToken.None);
    }
}
