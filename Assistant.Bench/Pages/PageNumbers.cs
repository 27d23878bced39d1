namespace Assistant.Bench.Pages;

/// <summary>All runs of one page in one case.</summary>
/// <param name="Runs">The runs that count.</param>
/// <param name="Counted">Those in which frames and bytes were counted; nothing else of them does.</param>
internal sealed record PageNumbers(string Page, PageCase Case, IReadOnlyList<PageRun> Runs, IReadOnlyList<PageRun> Counted)
{
    public Samples Request { get; } = Of(Runs, run => run.Request);

    public Samples FirstText { get; } = Of(Runs, run => run.FirstText);

    public Samples EndLag { get; } = Of(Runs, run => run.EndLag);

    public Samples Updates { get; } = Of(Runs, run => run.Seen.Updates.Count);

    public Samples UpdatesInASecond { get; } = Of(Runs, run => run.Seen.MostUpdatesInASecond);

    public Samples Plain { get; } = Of(Counted, run => run.Plain);

    public Samples Wired { get; } = Of(Counted, run => run.Wired);

    public Samples MainThread { get; } = Of(Runs, run => run.MainThread);

    public Samples LongestFrame { get; } = Of(Counted, run => run.Seen.LongestFrame);

    public int LongTasks { get; } = Runs.Sum(run => run.Seen.LongTasks.Count);

    /// <summary>Processor time is counted in steps of 10 ms, so only a sum says something about a short answer.</summary>
    public double ServerTime { get; } = Runs.Average(run => run.ServerTime);

    public double ServerTimePer1000 => ServerTime * 1000 / Case.Tokens;

    public double ClockUncertainty { get; } = Runs.Max(run => run.ClockUncertainty);

    private static Samples Of(IReadOnlyList<PageRun> runs, Func<PageRun, double> number) => new(runs.Select(number));
}
