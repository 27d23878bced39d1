using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>One browser for all journeys; each journey gets a window of its own, with nothing remembered.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>More than anything here takes, so that a busy machine slows a journey down and does not fail it.</summary>
    private const float PatienceInMilliseconds = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
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
