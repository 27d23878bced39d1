using System.Diagnostics;
using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>
/// Turns times of the page into times of the bench. Each ping bounds the offset from both sides, because the page read its clock between the
/// question and its answer; what all of them allow is narrower than any one of them.
/// </summary>
/// <param name="Offset">The page's clock minus the bench's, in milliseconds.</param>
/// <param name="Uncertainty">How far off the offset can be, in milliseconds, either way.</param>
internal sealed record BrowserClock(double Offset, double Uncertainty)
{
    private const int Pings = 40;

    public static async Task<BrowserClock> MeasureAsync(ICDPSession page)
    {
        var (least, most) = (double.MinValue, double.MaxValue);
        var question = new Dictionary<string, object> { ["expression"] = "performance.timeOrigin + performance.now()" };
        for (var ping = 0; ping < Pings; ping++)
        {
            var asked = Milliseconds(Stopwatch.GetTimestamp());
            var answer = await page.SendAsync("Runtime.evaluate", question);
            var answered = Milliseconds(Stopwatch.GetTimestamp());
            var read = answer!.Value.GetProperty("result").GetProperty("value").GetDouble();
            (least, most) = (Math.Max(least, read - answered), Math.Min(most, read - asked));
        }

        return new BrowserClock((least + most) / 2, (most - least) / 2);
    }

    /// <summary>How long after a moment of the bench something happened in the page, in milliseconds.</summary>
    public double Since(long timestamp, double pageTime) => pageTime - Offset - Milliseconds(timestamp);

    private static double Milliseconds(long timestamp) => timestamp * 1000d / Stopwatch.Frequency;
}
