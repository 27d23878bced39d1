using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>How long after the press of Stop the page says that the answer has stopped.</summary>
internal static class StopRun
{
    public static async Task<double> MeasureAsync(MeasuredPage page, IBrowser browser)
    {
        await using var window = await PageWindow.OpenAsync(browser, page);
        await window.WriteAsync(PageCase.Headline.Message);

        await window.SendAsync();
        await window.StopAsync();
        var seen = await window.SeenAsync();

        return seen.State == "stopped"
            ? seen.Ended!.Value - seen.Clicked!.Value
            : throw new InvalidOperationException($"Stop was pressed, and the answer ended as {seen.State}.");
    }
}
