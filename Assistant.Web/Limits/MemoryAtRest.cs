namespace Assistant.Web.Limits;

/// <summary>Gives memory back when the server has come to rest. The runtime collects only while it allocates, so what a busy moment left would stay for as long as nobody asks anything.</summary>
/// <param name="time">The clock.</param>
/// <param name="allocated">How many bytes the process has allocated so far.</param>
/// <param name="giveBack">Collects all there is and hands it to the system: 75 ms for 200 MB, during which everything waits.</param>
public sealed class MemoryAtRest(TimeProvider time, Func<long> allocated, Action giveBack) : BackgroundService
{
    /// <summary>How often it looks whether anything goes on.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>So many quiet pauses in a row are a rest: whoever reads an answer may be about to ask again.</summary>
    public const int QuietPauses = 3;

    /// <summary>What open windows and signs of life allocate between two looks is less, what answering one question does is more; in bytes.</summary>
    public const long Quiet = 4 << 20;

    /// <summary>Less is not worth making anybody wait; in bytes.</summary>
    public const long Worthwhile = 32 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Pause, time);
        var (before, givenBack, quiet) = (allocated(), 0L, 0);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            var now = allocated();
            quiet = now - before < Quiet ? quiet + 1 : 0;
            before = now;
            if (quiet >= QuietPauses && now - givenBack >= Worthwhile)
            {
                giveBack();
                givenBack = now;
            }
        }
    }
}
