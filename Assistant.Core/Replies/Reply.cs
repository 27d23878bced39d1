using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assistant.Core.Replies;

/// <summary>
/// One answer on its way: an append-only, numbered list of events with one writer and any number of readers, each at its own
/// place. It belongs to the server, so a page may come and go. The first end wins; whatever is appended after it is dropped.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A CancellationTokenSource without a timer or wait handle holds nothing to let go, and readers may outlive the reply.")]
public sealed class Reply(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ReplyEvent> _events = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _hasContent = NewSignal();
    private readonly TaskCompletionSource _hasEnded = NewSignal();
    private TaskCompletionSource _hasMore = NewSignal();
    private volatile ReplyState _state;
    private long _endedAt;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public Owner Owner { get; init; } = Owner.Local;

    /// <summary>The conversation it belongs to; none for a call that nobody wants kept.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The least time between two batches of one reader, but for the first content and the end, which are never held.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    public ReplyMeter Meter { get; } = new(time);

    /// <summary>Cancelled when the reply is stopped.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Completes at the reply's end, however it ends; never faults.</summary>
    public Task Ended => _hasEnded.Task;

    public bool IsArriving => State is ReplyState.Working or ReplyState.Streaming;

    public ReplyState State => _state;

    /// <summary>The answer's text so far, put together when it is asked for: it is kept once, in the events.</summary>
    public string Text => string.Concat(EventsOf<ReplyEvent.Text>().Select(text => text.Value));

    /// <summary>What has been added to the text since it had <paramref name="length"/> characters.</summary>
    public string TextAfter(int length)
    {
        var added = new StringBuilder();
        foreach (var text in EventsOf<ReplyEvent.Text>())
        {
            added.Append(text.Value.AsSpan(Math.Min(length, text.Value.Length)));
            length -= Math.Min(length, text.Value.Length);
        }

        return added.ToString();
    }

    /// <summary>There is some text, which asking for <see cref="Text"/> would put together.</summary>
    public bool HasText
    {
        get
        {
            lock (_gate)
            {
                return _events.Exists(happened => happened is ReplyEvent.Text { Value.Length: > 0 });
            }
        }
    }

    /// <summary>What the model thought so far; never part of the answer.</summary>
    public string Reasoning => string.Concat(EventsOf<ReplyEvent.Reasoning>().Select(reasoning => reasoning.Value));

    /// <summary>What the reply is waiting for, if it said so and nothing has arrived since.</summary>
    public string? Notice
    {
        get
        {
            lock (_gate)
            {
                return _events is [.., ReplyEvent.Notice notice] ? notice.Message : null;
            }
        }
    }

    /// <summary>What it is busy with; none where it never said, or said that it waits.</summary>
    public string? Doing
    {
        get
        {
            lock (_gate)
            {
                return _events.FindLast(happened => happened is ReplyEvent.Working or ReplyEvent.Notice) is ReplyEvent.Working working ? working.Doing : null;
            }
        }
    }

    /// <summary>The calls of tools that are over.</summary>
    public IReadOnlyList<ReplyEvent.Tool> Steps => EventsOf<ReplyEvent.Tool>();

    /// <summary>What tools answered that is to be remembered.</summary>
    public IReadOnlyList<Lookup> Lookups => [.. EventsOf<ReplyEvent.LookedUp>().Select(looked => looked.Lookup)];

    /// <summary>The answer is said sentence by sentence.</summary>
    public bool IsSpoken => EventsOf<ReplyEvent.Planned>().Exists(plan => plan.IsSpoken);

    /// <summary>The sentences that are complete, of a reply that is spoken.</summary>
    public IReadOnlyList<ReplyEvent.Sentence> Sentences => EventsOf<ReplyEvent.Sentence>();

    /// <summary>The event that ended the reply; none while it is arriving.</summary>
    public ReplyEvent? End
    {
        get
        {
            lock (_gate)
            {
                return _events is [.., { IsEnd: true } end] ? end : null;
            }
        }
    }

    /// <summary>How long ago the reply ended; none while it is arriving.</summary>
    public TimeSpan? SinceEnd => _hasEnded.Task.IsCompleted ? time.GetElapsedTime(_endedAt) : null;

    public void Append(ReplyEvent next)
    {
        TaskCompletionSource hasMore;
        lock (_gate)
        {
            if (_state is not (ReplyState.Working or ReplyState.Streaming))
            {
                return;
            }

            _events.Add(next);
            _state = StateAfter(next);
            (hasMore, _hasMore) = (_hasMore, NewSignal());
        }

        hasMore.TrySetResult();
        if (next is ReplyEvent.Text or ReplyEvent.Code)
        {
            _hasContent.TrySetResult();
        }

        if (next.IsEnd)
        {
            _endedAt = time.GetTimestamp();
            _hasEnded.TrySetResult();
        }
    }

    public void Complete(ReplyResult? result) => Append(new ReplyEvent.Done(Meter.Read(), result));

    public void Fail(ReplyFailure failure) => Append(new ReplyEvent.Failed(Meter.Read(), failure));

    /// <summary>Ends the reply at once, with what has arrived, and only then tells its writer.</summary>
    public Task StopAsync()
    {
        Append(new ReplyEvent.Stopped(Meter.Read()));
        return _stop.CancelAsync();
    }

    /// <summary>
    /// Everything after event number <paramref name="after"/>, in batches: at once for the first content and for the end, otherwise
    /// at most one a <see cref="FlushInterval"/>. A reader that is slow gets larger batches and holds up nobody.
    /// </summary>
    public IAsyncEnumerable<ReplyBatch> WatchAsync(int after, CancellationToken cancellationToken) => WatchAsync(after, FlushInterval, cancellationToken);

    /// <summary>The same with another least time between two batches; with none of it each event is given at once.</summary>
    public async IAsyncEnumerable<ReplyBatch> WatchAsync(int after, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = after;
        while (await ReadAsync(seen, cancellationToken) is { } batch)
        {
            yield return batch;
            if (batch.EndsReply)
            {
                yield break;
            }

            seen = batch.Last;
            await RestAsync(interval, cancellationToken);
        }
    }

    /// <summary>What comes after <paramref name="seen"/>, as soon as there is something; null when the reply has ended there.</summary>
    private async Task<ReplyBatch?> ReadAsync(int seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task hasMore;
            lock (_gate)
            {
                if (_events.Count > seen)
                {
                    return new ReplyBatch(seen + 1, _events.GetRange(seen, _events.Count - seen));
                }

                if (_hasEnded.Task.IsCompleted)
                {
                    return null;
                }

                hasMore = _hasMore.Task;
            }

            await hasMore.WaitAsync(cancellationToken);
        }
    }

    private async Task RestAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        if (interval == TimeSpan.Zero)
        {
            return;
        }

        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var over = Task.Delay(interval, time, rest.Token);
        await (_hasContent.Task.IsCompleted ? Task.WhenAny(over, Ended) : Task.WhenAny(over, Ended, _hasContent.Task));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private List<TEvent> EventsOf<TEvent>()
        where TEvent : ReplyEvent
    {
        lock (_gate)
        {
            return [.. _events.OfType<TEvent>()];
        }
    }

    private ReplyState StateAfter(ReplyEvent next) => next switch
    {
        ReplyEvent.Text or ReplyEvent.Code => ReplyState.Streaming,
        ReplyEvent.Done => ReplyState.Done,
        ReplyEvent.Stopped => ReplyState.Stopped,
        ReplyEvent.Failed { Failure.IsInterruption: true } => ReplyState.Interrupted,
        ReplyEvent.Failed => ReplyState.Failed,
        _ => _state,
    };

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
