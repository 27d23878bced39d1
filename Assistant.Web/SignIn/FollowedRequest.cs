namespace Assistant.Web.SignIn;

/// <summary>A request under way that may have to be cut. Once it is over it is never cut: the server uses what it ran on for the next one.</summary>
internal sealed class FollowedRequest(Action cut, Action<FollowedRequest> forget) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isOver;

    public void CutIn(TimeSpan time, TimeProvider clock) =>
        _timer = clock.CreateTimer(_ => Cut(), null, time > TimeSpan.Zero ? time : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    public void Cut()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                cut();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _timer?.Dispose();
        forget(this);
    }
}
