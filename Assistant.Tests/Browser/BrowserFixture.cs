using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>One browser for all journeys; each journey gets a window of its own, with nothing remembered.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path ?? throw new InvalidOperationException(Chromium.Missing),
            Args = Chromium.Flags,
        });
    }

    public Task<IBrowserContext> OpenWindowAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
