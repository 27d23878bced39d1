namespace Assistant.Core.Model;

/// <summary>
/// Tells when nothing has come for too long. It is restarted for every piece of content, thousands of times a second, so a restart only notes the time;
/// the timer reads the note when it fires, and sleeps on.
/// </summary>
internal sealed class SilenceClock : IDisposable
{
    private static readonly TimeSpan LeastSleep = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Action _passed;
    private readonly ITimer _timer;
    private long _end = long.MaxValue;
    private long _wakeUp = long.MaxValue;

    public SilenceClock(TimeProvider time, Action passed)
    {
        (_time, _passed) = (time, passed);
        _timer = time.CreateTimer(_ => WakeUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Silence begins now, and may last for <paramref name="limit"/>.</summary>
    public void Restart(TimeSpan limit)
    {
        lock (_gate)
        {
            _end = _time.GetTimestamp() + (long)(limit.TotalSeconds * _time.TimestampFrequency);
            if (_end < _wakeUp)
            {
                Sleep(limit);
            }
        }
    }

    /// <summary>What passes until the next restart is not silence.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            _end = long.MaxValue;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void WakeUp()
    {
        lock (_gate)
        {
            _wakeUp = long.MaxValue;
            if (_end == long.MaxValue)
            {
                return;
            }

            var left = _time.GetElapsedTime(_time.GetTimestamp(), _end);
            if (left > TimeSpan.Zero)
            {
                Sleep(left > LeastSleep ? left : LeastSleep);
                return;
            }
        }

        _passed();
    }

    private void Sleep(TimeSpan left)
    {
        _wakeUp = _end;
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }
}
