using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>A test that walks through the page as a person does: the real server, a real browser, a new window each.</summary>
[Collection(SharedBrowser.Name)]
public abstract class Journey(BrowserFixture browser) : IAsyncLifetime
{
    private IBrowserContext? _window;

    protected KestrelFactory App { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected PageProbe Probe { get; private set; } = null!;

    /// <summary>The window, 1280×720 unless a journey says otherwise. Reading the clipboard is for the journeys alone; the page never asks to.</summary>
    protected virtual BrowserNewContextOptions Window =>
        new() { ViewportSize = new() { Width = 1280, Height = 720 }, Permissions = ["clipboard-read", "clipboard-write"] };

    public virtual async Task InitializeAsync()
    {
        App = CreateApp();
        _window = await OpenWindowAsync();
        Page = await _window.NewPageAsync();
        Probe = new PageProbe(Page, App.Address);
    }

    public virtual async Task DisposeAsync()
    {
        Probe?.Stop();
        if (_window is not null)
        {
            await _window.CloseAsync();
        }

        await App.DisposeAsync();
    }

    protected virtual KestrelFactory CreateApp() => new();

    protected virtual Task<IBrowserContext> OpenWindowAsync() => browser.OpenWindowAsync(Window);

    /// <summary>Opens a path and waits until the page hears what is typed and pressed.</summary>
    protected async Task<IResponse> OpenAsync(string path = "/")
    {
        var response = await Page.GotoAsync(new Uri(App.Address, path).ToString());
        await ExpectReadyAsync();
        return response!;
    }

    protected Task ExpectReadyAsync() => Assertions.Expect(Page.Locator("html[data-ready='true']")).ToHaveCountAsync(1);
}
