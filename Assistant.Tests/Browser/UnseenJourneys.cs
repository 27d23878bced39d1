using Assistant.Core;
using Assistant.Tests.Browser.Pages;
using Assistant.Web.Limits;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>A window that nobody looks at any more.</summary>
public sealed class UnseenJourneys(BrowserFixture browser) : Journey(browser)
{
    [BrowserFact]
    public async Task It_lets_go_of_the_server_and_comes_back_with_what_was_written_when_it_is_looked_at()
    {
        var chat = new ChatPanel(Page);
        await OpenAsync();
        await chat.Message.FillAsync("Half a thought");
        Assert.NotNull(App.Services.GetRequiredService<CircuitRoom>().Obstacle("somewhere else", Owner.Local));

        await Page.EvaluateAsync("""
            () => {
              document.documentElement.dataset.old = 'true';
              Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """);
        await Expect(Page.Locator("html[data-ready]")).ToHaveCountAsync(0);
        using var http = App.CreateClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (App.Services.GetRequiredService<CircuitRoom>().Obstacle("somewhere else", Owner.Local) is not null)
        {
            await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), patience.Token);
        }

        await Page.EvaluateAsync("""
            () => {
              delete document.visibilityState;
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """);

        await Expect(Page.Locator("html[data-ready='true']:not([data-old])")).ToHaveCountAsync(1);
        await Expect(chat.Message).ToHaveValueAsync("Half a thought");
    }

    protected override KestrelFactory CreateApp() => new()
    {
        Settings = { ["Assistant:Limits:Circuits"] = "1", ["Assistant:Limits:UnseenTime"] = "00:00:01" },
    };
}
