using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>The first visit of a browser that knows nothing of the page.</summary>
/// <param name="Ready">From the navigation until the page hears what is typed, in milliseconds.</param>
/// <param name="Kilobytes">What was loaded for that. The editor loads by itself, later.</param>
internal sealed record OpeningRun(double Ready, double Kilobytes)
{
    private const string WatchReady = """
        new MutationObserver(() => document.documentElement.dataset.ready && (window.readyAfter ??= performance.now()))
            .observe(document, { subtree: true, attributeFilter: ['data-ready'] })
        """;

    private const string LoadedBytes = """
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .filter(loaded => !loaded.name.includes('BlazorMonaco'))
            .reduce((sum, loaded) => sum + loaded.transferSize, 0)
        """;

    public static async Task<OpeningRun> MeasureAsync(MeasuredPage page, IBrowser browser)
    {
        await using var context = await browser.NewContextAsync();
        var tab = await context.NewPageAsync();
        await tab.AddInitScriptAsync(WatchReady);
        await tab.GotoAsync(page.Address.ToString());
        await tab.Locator("html[data-ready='true']").WaitForAsync();
        return new OpeningRun(await tab.EvaluateAsync<double>("window.readyAfter"), await tab.EvaluateAsync<double>(LoadedBytes) / 1024);
    }
}
