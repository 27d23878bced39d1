using System.Text.Json;
using Assistant.Bench.Pages;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Bench.Talk;

/// <summary>A window with somebody in front of it who presses Speak, talks, and presses it again.</summary>
internal sealed class TalkingWindow : IAsyncDisposable
{
    private const string NotePresses = "addEventListener('pointerdown', () => window.pressed = performance.timeOrigin + performance.now(), true);";

    private readonly IPage _page;
    private readonly ICDPSession _tools;

    private TalkingWindow(IPage page, ICDPSession tools) => (_page, _tools) = (page, tools);

    private ILocator Speak => _page.GetByRole(AriaRole.Button, new() { Name = "Speak", Exact = true });

    public static async Task<TalkingWindow> OpenAsync(TalkingBrowser browser, Uri address)
    {
        var context = await browser.OpenWindowAsync(new());
        var page = await context.NewPageAsync();
        var window = new TalkingWindow(page, await context.NewCDPSessionAsync(page));
        await page.AddInitScriptAsync(NotePresses);
        await page.GotoAsync(address.ToString());
        await page.Locator("html[data-ready='true']").WaitForAsync();
        return window;
    }

    /// <summary>From the press that ends the speech to the request at the recogniser, in milliseconds.</summary>
    public async Task<double> PressAsync(FakeModelServer fakes)
    {
        var recordings = fakes.Audio.Recordings.Count;
        var trouble = _page.GetByRole(AriaRole.Alert);
        fakes.Enqueue(FakeReply.Text("Yes."));
        do
        {
            await Speak.ClickAsync();
            await _page.GetByText("Listening…").WaitForAsync();
            await Task.Delay(TimeSpan.FromSeconds(1)); // It takes that long to say something.
            await Speak.ClickAsync();
            await _page.GetByText("heard → transcribed").Or(trouble).WaitForAsync();
        }
        while (await trouble.CountAsync() > 0); // The press fell into the rest between two sentences.

        var pressed = (await _page.EvaluateAsync<JsonElement>("window.pressed")).GetDouble();
        var clock = await BrowserClock.MeasureAsync(_tools);
        return -clock.Since(fakes.Audio.Recordings[recordings].Arrived, pressed);
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();
}
