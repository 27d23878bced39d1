using System.Collections.Concurrent;
using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Replies;

/// <summary>
/// Starts every reply and keeps it, whoever asked: each runs in a service scope of its own, one at a time in a conversation. An
/// ended reply can still be read for <see cref="Retention"/>, one of the last <see cref="MostEnded"/>; at shutdown running ones get <see cref="ShutdownGrace"/> to end.
/// </summary>
public sealed partial class ReplyRunner(
    IServiceScopeFactory scopes,
    TimeProvider time,
    IOptions<DeliveryOptions> options,
    IOptions<ReplyLimits> limits,
    ILogger<ReplyRunner> logger) : IHostedService
{
    /// <summary>Long enough to reload a page or to resume a stream.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    /// <summary>So many ended replies are kept at most, however lately they ended: of a machine's memory they take a part that is known.</summary>
    public const int MostEnded = 1000;

    public static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Run> _runs = new();

    /// <summary>Those of them that are not over, so that nobody looks through all that ended lately.</summary>
    private readonly ConcurrentDictionary<string, Run> _running = new();

    private readonly ConcurrentQueue<Run> _ended = new();

    /// <summary>Starts <paramref name="work"/> with a <typeparamref name="TService"/> of its own and returns at once.</summary>
    /// <param name="owner">Who may read and stop the reply.</param>
    /// <param name="conversationId">The conversation it belongs to, if any.</param>
    /// <param name="work">Fills the reply; its token is cancelled when the reply is stopped.</param>
    /// <param name="whenEnded">Runs after the reply's end and before its run counts as over.</param>
    /// <exception cref="ConversationBusyException">Another reply is arriving in the conversation.</exception>
    /// <exception cref="TooManyRepliesException">As many are arriving as may at once.</exception>
    public Reply Start<TService>(
        Owner owner,
        string? conversationId,
        Func<TService, Reply, CancellationToken, Task<ReplyResult?>> work,
        Func<Reply, Task>? whenEnded = null)
        where TService : notnull
    {
        var reply = new Reply(time) { Owner = owner, ConversationId = conversationId, FlushInterval = options.Value.FlushInterval };
        lock (_gate)
        {
            ForgetOldRuns();
            EnsureRoom(owner);
            if (conversationId is not null && RunningIn(owner, conversationId) is not null)
            {
                throw new ConversationBusyException();
            }

            var run = new Run(reply);
            _runs[reply.Id] = _running[reply.Id] = run;
            _ = Task.Run(() => RunAsync(run, work, whenEnded));
        }

        return reply;
    }

    /// <summary>Looks whether another reply may be started, before anything is kept of what it would answer.</summary>
    /// <exception cref="TooManyRepliesException">As many are arriving as may at once.</exception>
    public void EnsureRoom(Owner owner)
    {
        if (_running.Count >= limits.Value.Replies)
        {
            throw new TooManyRepliesException("The Assistant is writing as many answers as it may at once. Try again in a moment.");
        }

        if (_running.Count(run => run.Value.Reply.Owner == owner) >= limits.Value.RepliesPerOwner)
        {
            throw new TooManyRepliesException("As many of your answers are arriving as may at once. Wait for one to end, or stop one.");
        }
    }

    /// <summary>A running or recently ended reply; none when it is unknown or somebody else's.</summary>
    public Reply? Find(Owner owner, string id) =>
        _runs.TryGetValue(id, out var run) && run.Reply.Owner == owner ? run.Reply : null;

    /// <summary>The reply that is arriving in a conversation now.</summary>
    public Reply? RunningIn(Owner owner, string conversationId) =>
        _running.Select(run => run.Value.Reply)
            .FirstOrDefault(reply => reply.IsArriving && reply.Owner == owner && reply.ConversationId == conversationId);

    /// <summary>Ends when a reply has ended and what it was doing has as well: one that is stopped ends before its work does.</summary>
    public Task OverAsync(Reply reply) => _runs.TryGetValue(reply.Id, out var run) ? run.Over : Task.CompletedTask;

    /// <summary>Ends when what has ended in a conversation is recorded as well.</summary>
    public Task RecordedAsync(Owner owner, string conversationId) =>
        Task.WhenAll(_running.Select(run => run.Value)
            .Where(run => !run.Reply.IsArriving && run.Reply.Owner == owner && run.Reply.ConversationId == conversationId)
            .Select(run => run.Over));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var running = Task.WhenAll(_running.Values.Select(run => run.Over));
        await Task.WhenAny(running, Task.Delay(ShutdownGrace, time, cancellationToken));
        await Task.WhenAll(_running.Values.Where(run => run.Reply.IsArriving).Select(run => BreakOffAsync(run.Reply)));
        await running.WaitAsync(cancellationToken);
    }

    private static Task BreakOffAsync(Reply reply)
    {
        reply.Fail(new ReplyFailure(ModelFault.Incomplete, "The Assistant was stopped before this answer was complete: continue it, or ask again."));
        return reply.StopAsync();
    }

    private async Task RunAsync<TService>(
        Run run, Func<TService, Reply, CancellationToken, Task<ReplyResult?>> work, Func<Reply, Task>? whenEnded)
        where TService : notnull
    {
        try
        {
            await FillAsync(run.Reply, work, whenEnded);
        }
        finally
        {
            _ended.Enqueue(run);
            _running.TryRemove(run.Reply.Id, out _);
            run.End();
        }
    }

    private async Task FillAsync<TService>(
        Reply reply, Func<TService, Reply, CancellationToken, Task<ReplyResult?>> work, Func<Reply, Task>? whenEnded)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            reply.Complete(await work(scope.ServiceProvider.GetRequiredService<TService>(), reply, reply.Stopping));
        }
        catch (OperationCanceledException) when (reply.Stopping.IsCancellationRequested)
        {
            // Stop has ended the reply already, with what had arrived.
        }
        catch (ModelException failure)
        {
            LogModelFailure(logger, reply.Id, failure.Kind);
            reply.Fail(ReplyFailure.Of(failure));
        }
        catch (Exception bug)
        {
            // Nobody awaits this task, so this is where a bug is logged; and a reply without an end would keep its readers waiting.
            LogBug(logger, bug, reply.Id);
            reply.Fail(new ReplyFailure(null, "Something went wrong in the Assistant itself; its log says more. Please try again."));
        }

        if (whenEnded is not null)
        {
            await RecordAsync(reply, whenEnded);
        }
    }

    private async Task RecordAsync(Reply reply, Func<Reply, Task> whenEnded)
    {
        try
        {
            await whenEnded(reply);
        }
        catch (Exception failure)
        {
            // The answer is on the page already; only its keeping failed.
            LogNotRecorded(logger, failure, reply.Id);
        }
    }

    private void ForgetOldRuns()
    {
        while (_ended.TryPeek(out var oldest) && (_ended.Count > MostEnded || oldest.Reply.SinceEnd > Retention))
        {
            _ended.TryDequeue(out _);
            _runs.TryRemove(oldest.Reply.Id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {ReplyId} failed: {Fault}")]
    private static partial void LogModelFailure(ILogger logger, string replyId, ModelFault fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {ReplyId} failed because of a fault in the Assistant")]
    private static partial void LogBug(ILogger logger, Exception bug, string replyId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {ReplyId} could not be recorded")]
    private static partial void LogNotRecorded(ILogger logger, Exception failure, string replyId);

    private sealed class Run(Reply reply)
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Reply Reply { get; } = reply;

        /// <summary>Completes when nothing of it goes on, its recording included; never faults.</summary>
        public Task Over => _over.Task;

        public void End() => _over.SetResult();
    }
}
