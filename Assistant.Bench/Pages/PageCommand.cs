using System.Globalization;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>
/// Measures how far the page falls behind the model: the fake model here, the Assistant as a process, and a real browser. Beside it, in turns, so that
/// whatever else the machine does meets all of them: a naive page and a bare one.
/// </summary>
internal static class PageCommand
{
    private const int FewRuns = 3;
    private const int ManyRuns = 20;

    /// <summary>Short answers before anything is measured: the server compiles what it runs often once more while it runs, and a person's has been up for longer.</summary>
    private const int WarmUps = 15;

    /// <summary>Frames and bytes are counted in runs of their own, one for so many others.</summary>
    private const int RunsPerCount = 4;

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        [] or ["quick"] => MeasureAsync(PageCase.Quick, FewRuns),
        ["full"] => MeasureAsync(PageCase.All, ManyRuns),
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 => MeasureAsync(PageCase.Quick, runs),
        _ => Task.FromResult(Usage.Show()),
    };

    private static async Task<int> MeasureAsync(IReadOnlyList<PageCase> cases, int runs)
    {
        if (Chromium.Path is not { } chromium)
        {
            await Console.Error.WriteLineAsync(Chromium.Missing);
            return 1;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
        await using var model = await FakeModelServer.StartAsync();
        var report = new PageReport(Console.Out);
        foreach (var sameSpeed in cases.GroupBy(asked => asked.Model))
        {
            await MeasureAsync([.. sameSpeed], runs, model, browser, report);
        }

        report.WriteTargets();
        return report.MeetsTargets ? 0 : 1;
    }

    private static async Task MeasureAsync(List<PageCase> cases, int runs, FakeModelServer model, IBrowser browser, PageReport report)
    {
        await using var assistant = await ServerProcess.StartAssistantAsync(model.Endpoint, cases[0].Model);
        await using var plain = await ServerProcess.StartPlainPagesAsync(model.Endpoint, cases[0].Model);
        await using var toAssistant = new Wire(assistant.Address);
        await using var toPlain = new Wire(plain.Address);
        MeasuredPage[] pages =
        [
            new("assistant", assistant, toAssistant, "/"),
            new("naive", plain, toPlain, "/naive"),
            new("bare", plain, toPlain, "/bare", HasWebSocket: false),
        ];

        await RoundsAsync(cases.MinBy(asked => asked.Tokens)!, WarmUps, counts: false);
        if (cases.Contains(PageCase.Headline))
        {
            report.AddOpenings(await TimesAsync(runs, () => OpeningRun.MeasureAsync(pages[0], browser)));
            report.AddStops(await TimesAsync(runs, () => StopRun.MeasureAsync(pages[0], browser)));
        }

        foreach (var asked in cases)
        {
            var times = asked.RunsOf(runs);
            await RoundsAsync(asked, times > 1 ? 1 : 0, counts: false); // What only answers of this length do is warmed up as well.
            var measured = await RoundsAsync(asked, times, counts: false);
            var counted = await RoundsAsync(asked, Math.Max(1, times / RunsPerCount), counts: true);
            report.Add(asked, [.. pages.Select(page => new PageNumbers(page.Name, asked, measured[page], counted[page]))]);
        }

        async Task<Dictionary<MeasuredPage, List<PageRun>>> RoundsAsync(PageCase asked, int rounds, bool counts)
        {
            var taken = pages.ToDictionary(page => page, _ => new List<PageRun>());
            for (var round = 0; round < rounds; round++)
            {
                foreach (var page in pages)
                {
                    taken[page].Add(await PageRun.MeasureAsync(asked, page, model, browser, counts));
                }
            }

            return taken;
        }
    }

    private static async Task<List<T>> TimesAsync<T>(int times, Func<Task<T>> measure)
    {
        var measured = new List<T>(times);
        while (measured.Count < times)
        {
            measured.Add(await measure());
        }

        return measured;
    }
}
