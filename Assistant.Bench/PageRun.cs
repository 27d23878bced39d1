using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Bench;

/// <summary>One answer, from Enter until nothing moves any more. Times are in milliseconds.</summary>
/// <param name="FirstText">From the model's first event with text to the first text on the page.</param>
/// <param name="EndLag">From the model's last event to the whole text, and the state that says so, on the page.</param>
/// <param name="ReceivedBytes">What came over the websocket, before compression.</param>
/// <param name="MainThread">How long the page's main thread was busy.</param>
/// <param name="ServerTime">The server's processor time.</param>
/// <param name="ClockUncertainty">How far off the first two can be, either way.</param>
internal sealed record PageRun(
    bool IsStreamed,
    double FirstText,
    double EndLag,
    PageSeen Seen,
    long ReceivedBytes,
    double MainThread,
    double ServerTime,
    double ClockUncertainty)
{
    /// <param name="countsFrames">Asking for every frame is work for the page, so the other numbers are taken without it.</param>
    public static async Task<PageRun> MeasureAsync(PageCase page, FakeModelServer model, AppProcess app, IBrowser browser, bool countsFrames)
    {
        await using var window = await PageWindow.OpenAsync(browser, app.Address);
        await window.WriteAsync(page.Message, countsFrames);
        var (calls, bytes, server, mainThread) = (model.Requests.Count, window.ReceivedBytes, app.ProcessorTime, await window.MainThreadAsync());

        await window.SendAsync();
        var seen = await window.SeenAsync();

        mainThread = await window.MainThreadAsync() - mainThread;
        server = app.ProcessorTime - server;
        var clock = await BrowserClock.MeasureAsync(window.Tools);
        var answered = model.Requests.Skip(calls).ToList();
        Check(page, seen, await window.AnswerAsync());
        return new PageRun(
            answered[^1].IsStreamed,
            clock.Since(answered[0].Times.FirstContent, seen.FirstText!.Value),
            clock.Since(answered[^1].Times.LastEvent, seen.Finished),
            seen,
            window.ReceivedBytes - bytes,
            mainThread,
            server.TotalMilliseconds,
            clock.Uncertainty);
    }

    /// <summary>How fast a wrong answer came says nothing.</summary>
    private static void Check(PageCase page, PageSeen seen, string shown)
    {
        var written = page.Answer().Replace("```csharp", "```", StringComparison.Ordinal);
        if (seen.State != "done" || !Letters(shown).SequenceEqual(Letters(written)))
        {
            throw new InvalidOperationException($"\"{page.Message}\" ended as {seen.State}, and its text is not what the model wrote.");
        }
    }

    /// <summary>What Markdown and its drawing have in common.</summary>
    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetter);
}
