using System.Globalization;
using System.Text;

namespace Assistant.Bench;

/// <summary>The numbers of all runs, as a person reads them: medians, and what the targets say about the worst.</summary>
internal sealed class PageReport
{
    private const double UpdatesASecond = 21;
    private const double EndLag = 150;
    private const double Stop = 100;

    /// <summary>Numbers of a busy machine say more about its other work than about the page. Only Linux has it.</summary>
    private const string LoadFile = "/proc/loadavg";

    private readonly List<Target> _targets = [];
    private readonly Table _table = new(
        "tokens", "tok/s", "call", "first text", "end lag", "worst", "updates", "in 1 s", "colourings", "bytes/text", "main thread", "frame gap", "long tasks", "server/1,000");

    private double _uncertainty;

    public bool MeetsTargets => _targets.TrueForAll(target => target.IsMet);

    /// <param name="page">What was measured.</param>
    /// <param name="runs">The runs that count.</param>
    /// <param name="frames">Those in which only frames count.</param>
    public void Add(PageCase page, IReadOnlyList<PageRun> runs, IReadOnlyList<PageRun> frames)
    {
        var lag = new Samples(runs.Select(run => run.EndLag));
        var most = new Samples(runs.Select(run => (double)run.Seen.MostUpdatesInASecond));
        var longTasks = runs.SelectMany(run => run.Seen.LongTasks).ToList();
        _uncertainty = Math.Max(_uncertainty, runs.Max(run => run.ClockUncertainty));
        _table.Add(
            Number(page.Tokens),
            Number(page.Speed),
            runs[^1].IsStreamed ? "stream" : "sync",
            Milliseconds(Median(run => run.FirstText)),
            Milliseconds(lag.Median),
            Milliseconds(lag.Worst),
            Number(Median(run => run.Seen.Updates.Count)),
            Number(most.Worst),
            Number(Median(run => run.Seen.Colourings)),
            Ratio(Median(run => run.ReceivedBytes) / Encoding.UTF8.GetByteCount(page.Answer())),
            Milliseconds(Median(run => run.MainThread)),
            Milliseconds(frames.Max(run => run.Seen.LongestFrame)),
            longTasks.Count == 0 ? "none" : $"{longTasks.Count}, {Milliseconds(longTasks.Max())}",
            // Processor time is counted in steps of 10 ms, so only a sum says something about a short answer.
            Milliseconds(runs.Average(run => run.ServerTime) * 1000 / page.Tokens));

        if (page == PageCase.Headline)
        {
            _targets.Add(new Target("8,000 tokens complete after the last event", EndLag, "ms", lag));
            _targets.Add(new Target("page updates in any second", UpdatesASecond, "updates", most));
        }

        double Median(Func<PageRun, double> number) => new Samples(runs.Select(number)).Median;
    }

    public void AddStops(IEnumerable<double> stops) => _targets.Add(new Target("Stop, from the press to the page", Stop, "ms", new Samples(stops)));

    public void Write(TextWriter output)
    {
        _table.Write(output);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians; worst, in 1 s, frame gap and long tasks are the worst of all runs. The two clocks agree within {_uncertainty:0.00} ms."));
        if (File.Exists(LoadFile))
        {
            output.WriteLine($"Load average {File.ReadAllText(LoadFile).Split(' ')[0]} at the end, on {Environment.ProcessorCount} processors; this alone makes about 1.");
        }

        output.WriteLine();
        _targets.ForEach(output.WriteLine);
    }

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Ratio(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Milliseconds(double number) => number.ToString(number < 100 ? "0.0 ms" : "#,0 ms", CultureInfo.InvariantCulture);
}
