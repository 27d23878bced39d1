using System.Text;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>One answer, from Enter until nothing moves any more. Times are in milliseconds.</summary>
/// <param name="Request">From Enter to the request at the model.</param>
/// <param name="FirstText">From the model's first event with text to the first text on the page.</param>
/// <param name="EndLag">From the model's last event to the whole text, and the state that says so, on the page.</param>
/// <param name="Plain">What came over the websocket before compression, as a multiple of the text's own bytes.</param>
/// <param name="Wired">What really came, likewise.</param>
/// <param name="MainThread">How long the page's main thread was busy.</param>
/// <param name="ServerTime">The server's processor time.</param>
/// <param name="ClockUncertainty">How far off the times between model and page can be, either way.</param>
internal sealed record PageRun(
    double Request,
    double FirstText,
    double EndLag,
    PageSeen Seen,
    double Plain,
    double Wired,
    double MainThread,
    double ServerTime,
    double ClockUncertainty)
{
    /// <param name="counts">Whether frames and bytes are counted. That is work for the page and one more stop on the way, so the other numbers are taken without it.</param>
    public static async Task<PageRun> MeasureAsync(PageCase asked, MeasuredPage page, FakeModelServer model, IBrowser browser, bool counts)
    {
        await using var window = await PageWindow.OpenAsync(browser, page, counts);
        await window.WriteAsync(asked.Message, counts);
        var (calls, plain, wired, server, mainThread) =
            (model.Requests.Count, window.ReceivedBytes, page.Received, page.Server.ProcessorTime, await window.MainThreadAsync());

        await window.SendAsync();
        var seen = await window.SeenAsync();

        mainThread = await window.MainThreadAsync() - mainThread;
        server = page.Server.ProcessorTime - server;
        (plain, wired) = (window.ReceivedBytes - plain, page.Received - wired);
        var clock = await BrowserClock.MeasureAsync(window.Tools);
        var answered = model.Requests.Skip(calls).ToList();
        Check(asked, seen, await window.AnswerAsync());
        double text = Encoding.UTF8.GetByteCount(asked.Answer());
        return new PageRun(
            -clock.Since(answered[0].Times.Arrived, seen.Sent!.Value),
            clock.Since(answered[0].Times.FirstContent, seen.FirstText!.Value),
            clock.Since(answered[^1].Times.LastEvent, seen.Finished),
            seen,
            plain / text,
            wired / text,
            mainThread,
            server.TotalMilliseconds,
            clock.Uncertainty);
    }

    /// <summary>How fast a wrong answer came says nothing.</summary>
    private static void Check(PageCase asked, PageSeen seen, string shown)
    {
        if (seen.State != "done" || !Letters(shown).SequenceEqual(Letters(asked.Answer())))
        {
            throw new InvalidOperationException($"\"{asked.Message}\" ended as {seen.State}, and its text is not what the model wrote.");
        }
    }

    /// <summary>What Markdown and its drawing have in common.</summary>
    private static IEnumerable<char> Letters(string text) => text.Replace("```csharp", "```", StringComparison.Ordinal).Where(char.IsLetter);
}
