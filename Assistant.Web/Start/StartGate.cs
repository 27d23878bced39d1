namespace Assistant.Web.Start;

/// <summary>
/// Closed until the server listens. While it is closed the host and Kestrel do not log, because a start that fails is told in one sentence and
/// their stack traces would bury it.
/// </summary>
public sealed class StartGate
{
    private volatile bool _isOpen;

    public void Open() => _isOpen = true;

    public bool Lets(LogLevel level) => _isOpen && level >= LogLevel.Warning;
}
