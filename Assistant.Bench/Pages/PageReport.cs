using System.Globalization;

namespace Assistant.Bench.Pages;

/// <summary>The numbers as a person reads them: a table a case, written when it has been measured, and at the end what the targets say.</summary>
internal sealed class PageReport(TextWriter output)
{
    private const double HeadlineServerTime = 300;

    private readonly List<Target> _targets = [];
    private double _uncertainty;

    public bool MeetsTargets => _targets.TrueForAll(target => target.IsMet);

    /// <param name="asked">What was measured.</param>
    /// <param name="pages">The Assistant, the naive page and the bare one.</param>
    public void Add(PageCase asked, IReadOnlyList<PageNumbers> pages)
    {
        var (assistant, naive, bare) = (pages[0], pages[1], pages[2]);
        var table = new Table("", "request", "first text", "p95", "end lag", "p95", "updates", "in 1 s", "bytes/text", "on the wire", "main thread", "frame gap", "long tasks", "server/1,000");
        foreach (var page in pages)
        {
            table.Add(Row(page));
        }

        table.Add(Ratios("to naive", assistant, naive));
        table.Add(Ratios("to bare", assistant, bare));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked.Tokens:N0} tokens at {asked.Speed:N0} a second, {assistant.Runs.Count} runs{LoadAverage.Now}"));
        table.Write(output);
        output.WriteLine();
        _uncertainty = Math.Max(_uncertainty, pages.Max(page => page.ClockUncertainty));
        AddTargets(asked, assistant, naive, bare);
    }

    public void AddOpenings(IReadOnlyList<OpeningRun> openings)
    {
        _targets.Add(new Target("a new window can be used after, median", new Samples(openings.Select(opening => opening.Ready)).Median, 1000, "ms"));
        _targets.Add(new Target("and has loaded, before the editor", openings.Max(opening => opening.Kilobytes), 150, "KB"));
    }

    public void AddStops(IEnumerable<double> stops) => _targets.Add(new Target("Stop, from the press to the page, p95", new Samples(stops).P95, 100, "ms"));

    public void WriteTargets()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians, but for p95; updates in 1 s and frame gap are the worst of all runs. Times of model and page agree within {_uncertainty:0.00} ms."));
        output.WriteLine();
        _targets.ForEach(output.WriteLine);
    }

    private void AddTargets(PageCase asked, PageNumbers assistant, PageNumbers naive, PageNumbers bare)
    {
        if (asked == PageCase.Short)
        {
            _targets.Add(new Target("60 tokens, end lag, median", assistant.EndLag.Median, 10, "ms"));
        }

        if (asked != PageCase.Headline)
        {
            return;
        }

        _targets.AddRange(
        [
            new("8,000 tokens at 2,000 a second: Enter to the model, median", assistant.Request.Median, 10, "ms"),
            new("first text, median", assistant.FirstText.Median, 20, "ms"),
            new("end lag, median", assistant.EndLag.Median, 15, "ms"),
            new("end lag, p95", assistant.EndLag.P95, 60, "ms"),
            new("updates in any second", assistant.UpdatesInASecond.Worst, 21, ""),
            new("main thread, to the bare page's", Ratio(assistant.MainThread, bare.MainThread), 1, "times"),
            new("main thread, to the naive page's", Ratio(assistant.MainThread, naive.MainThread), 0.25, "times"),
            new("long tasks", assistant.LongTasks, 0, ""),
            new("longest time between frames, median", assistant.LongestFrame.Median, 25, "ms"),
            new("bytes before compression, to the text's", assistant.Plain.Median, 3, "times"),
            new("bytes on the wire, to the text's", assistant.Wired.Median, 0.6, "times"),
            new("server's processor time, mean", assistant.ServerTime, HeadlineServerTime, "ms"),
        ]);
    }

    private static string[] Row(PageNumbers page) =>
    [
        page.Page,
        Milliseconds(page.Request.Median),
        Milliseconds(page.FirstText.Median),
        Milliseconds(page.FirstText.P95),
        Milliseconds(page.EndLag.Median),
        Milliseconds(page.EndLag.P95),
        Number(page.Updates.Median),
        Number(page.UpdatesInASecond.Worst),
        Times(page.Plain.Median),
        Times(page.Wired.Median),
        Milliseconds(page.MainThread.Median),
        Milliseconds(page.LongestFrame.Worst),
        Number(page.LongTasks),
        Milliseconds(page.ServerTimePer1000),
    ];

    private static string[] Ratios(string name, PageNumbers assistant, PageNumbers other) =>
    [
        name,
        Times(Ratio(assistant.Request, other.Request)),
        Times(Ratio(assistant.FirstText, other.FirstText)),
        "",
        Times(Ratio(assistant.EndLag, other.EndLag)),
        "",
        Times(Ratio(assistant.Updates, other.Updates)),
        "",
        other.Plain.Median > 0 ? Times(Ratio(assistant.Plain, other.Plain)) : "",
        Times(Ratio(assistant.Wired, other.Wired)),
        Times(Ratio(assistant.MainThread, other.MainThread)),
        "",
        "",
        Times(assistant.ServerTime / other.ServerTime),
    ];

    private static double Ratio(Samples one, Samples other) => one.Median / other.Median;

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Times(double number) => number.ToString("0.00", CultureInfo.InvariantCulture) + "×";

    private static string Milliseconds(double number) => number.ToString(number < 100 ? "0.0 ms" : "#,0 ms", CultureInfo.InvariantCulture);
}
