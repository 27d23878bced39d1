namespace Assistant.Web.Components.Talk;

/// <summary>Brings something up to date, once for any number of changes that happen meanwhile, on whatever threads they do. A change meanwhile costs next to nothing.</summary>
public sealed class Refreshing
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Wanted = 2;

    private int _state;

    /// <summary>Something changed. True when nobody brings it up to date: who asked then has to, with <see cref="RunAsync"/>.</summary>
    public bool Ask() => Interlocked.Exchange(ref _state, Wanted) == Idle;

    /// <summary>Brings it up to date, and again if something changed meanwhile.</summary>
    public async Task RunAsync(Func<Task> refresh)
    {
        try
        {
            do
            {
                Interlocked.Exchange(ref _state, Running);
                await refresh();
            }
            while (Interlocked.CompareExchange(ref _state, Idle, Running) == Wanted);
        }
        catch
        {
            Interlocked.Exchange(ref _state, Idle); // The next change tries again.
            throw;
        }
    }
}
