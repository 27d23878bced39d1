namespace Assistant.Core.Model;

/// <summary>
/// The clocks of one call. A streamed one may not stay silent before its first byte nor between two pieces of content; any call may only take so long.
/// <see cref="Token"/> is cancelled when the caller stops or a limit is passed.
/// </summary>
internal sealed class CallLimits : IDisposable
{
    /// <summary>After the finish reason only usage can still come, and nobody waits long for that.</summary>
    private static readonly TimeSpan UsageGrace = TimeSpan.FromSeconds(2);

    private readonly ModelOptions _options;
    private readonly CancellationToken _caller;
    private readonly Faults _faults;
    private readonly CancellationTokenSource _stop;
    private readonly ITimer _answer;
    private readonly SilenceClock _silence;
    private readonly bool _isStreamed;
    private Func<ModelException> _silenceFault;
    private bool _hasFirstByte;
    private ModelException? _exceeded;

    public CallLimits(ModelOptions options, Faults faults, TimeProvider time, bool isStreamed, CancellationToken cancellationToken)
    {
        _options = options;
        _caller = cancellationToken;
        _faults = faults;
        _isStreamed = isStreamed;
        _silenceFault = faults.NoFirstByte;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _answer = time.CreateTimer(_ => Stop(faults.TooSlow()), null, options.AnswerTimeout, Timeout.InfiniteTimeSpan);
        _silence = new SilenceClock(time, () => Stop(_silenceFault()));
        if (isStreamed)
        {
            _silence.Restart(options.FirstByteTimeout);
        }
    }

    public CancellationToken Token => _stop.Token;

    public bool IsStoppedByCaller => _caller.IsCancellationRequested;

    /// <summary>The limit that was passed, if one was.</summary>
    public ModelException? Exceeded => Volatile.Read(ref _exceeded);

    public bool HasFirstByte => _hasFirstByte;

    public void BytesArrived()
    {
        if (!_hasFirstByte)
        {
            _hasFirstByte = true;
            ContentArrived();
        }
    }

    /// <summary>The reader of the answer is busy with what it got; that time is not the endpoint's silence.</summary>
    public void Pause() => _silence.Pause();

    public void ChunkRead(AnswerReader reader)
    {
        if (reader.IsFinished)
        {
            _silence.Restart(UsageGrace);
        }
        else if (reader.Growth > 0)
        {
            ContentArrived();
        }
    }

    /// <summary>The endpoint has said something that counts.</summary>
    public void ContentArrived()
    {
        if (_isStreamed)
        {
            _silenceFault = _faults.Stalled;
            _silence.Restart(_options.ContentIdleTimeout);
        }
    }

    public void Dispose()
    {
        _answer.Dispose();
        _silence.Dispose();
        _stop.Dispose();
    }

    private void Stop(ModelException limit)
    {
        if (Interlocked.CompareExchange(ref _exceeded, limit, null) is null)
        {
            try
            {
                _stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The call ended in the same moment.
            }
        }
    }
}
