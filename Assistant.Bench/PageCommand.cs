using System.Globalization;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Bench;

/// <summary>Measures how far the page falls behind the model: the fake model here, the Assistant as a process, and a real browser.</summary>
internal static class PageCommand
{
    private const int DefaultRuns = 5;
    private const int Stops = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (!TryReadRuns(arguments, out var runs))
        {
            return Usage.Show();
        }

        if (Chromium.Path is not { } chromium)
        {
            await Console.Error.WriteLineAsync(Chromium.Missing);
            return 1;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
        await using var model = await FakeModelServer.StartAsync();
        var report = await MeasureAsync(model, browser, runs);
        report.Write(Console.Out);
        return report.MeetsTargets ? 0 : 1;
    }

    private static async Task<PageReport> MeasureAsync(FakeModelServer model, IBrowser browser, int runs)
    {
        var report = new PageReport();
        foreach (var cases in PageCase.All.GroupBy(page => page.Model))
        {
            await using var app = await AppProcess.StartAsync(model.Endpoint, cases.Key);
            foreach (var page in cases)
            {
                await Console.Error.WriteLineAsync($"{page.Message} at {page.Speed} a second");
                await RepeatAsync(1, countsFrames: false); // The first one warms up.
                report.Add(page, await RepeatAsync(runs, countsFrames: false), await RepeatAsync(runs, countsFrames: true));

                Task<List<PageRun>> RepeatAsync(int times, bool countsFrames) =>
                    TimesAsync(times, () => PageRun.MeasureAsync(page, model, app, browser, countsFrames));
            }

            if (cases.Contains(PageCase.Headline))
            {
                await Console.Error.WriteLineAsync("Stop");
                report.AddStops(await TimesAsync(Stops, () => StopRun.MeasureAsync(app, browser)));
            }
        }

        return report;
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

    private static bool TryReadRuns(string[] arguments, out int runs)
    {
        runs = DefaultRuns;
        return arguments switch
        {
            [] => true,
            [var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out runs) && runs > 0,
            _ => false,
        };
    }
}
