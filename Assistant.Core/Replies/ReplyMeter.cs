namespace Assistant.Core.Replies;

/// <summary>Adds up what the model calls of one reply cost. Written by the reply's one writer, read by anybody.</summary>
public sealed class ReplyMeter(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();

    private TimeSpan? _before;
    private long? _sent;
    private TimeSpan _model;
    private TimeSpan? _firstByte;
    private long? _waiting;
    private TimeSpan _wait;
    private TimeSpan? _queue;
    private TimeSpan? _prompt;
    private TimeSpan? _completion;
    private TokenUsage? _usage;
    private string? _modelName;
    private string? _finishReason;
    private bool? _isStreamed;
    private string? _reason;

    public void Planned(bool isStreamed, string reason)
    {
        lock (_gate)
        {
            (_isStreamed, _reason) = (isStreamed, reason);
        }
    }

    /// <summary>A request went out. What an earlier call ended with no longer counts.</summary>
    public void CallSent()
    {
        lock (_gate)
        {
            _before ??= time.GetElapsedTime(_started);
            (_sent, _finishReason) = (time.GetTimestamp(), null);
        }
    }

    /// <summary>Something came back; only the first time matters.</summary>
    public void Arrived()
    {
        lock (_gate)
        {
            if (_sent is { } sent)
            {
                _firstByte ??= time.GetElapsedTime(sent);
            }
        }
    }

    /// <summary>The last byte of the call is in, or the call failed.</summary>
    public void CallEnded()
    {
        lock (_gate)
        {
            if (_sent is { } sent)
            {
                _model += time.GetElapsedTime(sent);
                _sent = null;
            }
        }
    }

    public void WaitStarted()
    {
        lock (_gate)
        {
            _waiting = time.GetTimestamp();
        }
    }

    public void WaitEnded()
    {
        lock (_gate)
        {
            if (_waiting is { } since)
            {
                _wait += time.GetElapsedTime(since);
                _waiting = null;
            }
        }
    }

    /// <summary>The endpoint's own times of one call; a second call's are added.</summary>
    public void Reported(TimeSpan? queue, TimeSpan? prompt, TimeSpan? completion)
    {
        lock (_gate)
        {
            (_queue, _prompt, _completion) = (Sum(_queue, queue), Sum(_prompt, prompt), Sum(_completion, completion));
        }
    }

    public void Answered(string? modelName, string? finishReason, TokenUsage? usage)
    {
        lock (_gate)
        {
            _modelName = modelName ?? _modelName;
            _finishReason = finishReason;
            _usage = Sum(_usage, usage);
        }
    }

    public ReplyFacts Read()
    {
        lock (_gate)
        {
            var model = _sent is { } sent ? _model + time.GetElapsedTime(sent) : _model;
            var wait = _waiting is { } since ? _wait + time.GetElapsedTime(since) : _wait;
            var timing = new ReplyTiming(time.GetElapsedTime(_started), model, _firstByte, wait, _queue, _prompt, _completion) { Before = _before };
            return new ReplyFacts(_modelName, _isStreamed, _reason, _finishReason, _usage, timing);
        }
    }

    private static TimeSpan? Sum(TimeSpan? first, TimeSpan? second) =>
        second is null ? first : (first ?? TimeSpan.Zero) + second;

    private static TokenUsage? Sum(TokenUsage? first, TokenUsage? second) =>
        first is null || second is null
            ? first ?? second
            : first + second;
}
