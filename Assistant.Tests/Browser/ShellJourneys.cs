using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class ShellJourneys(BrowserFixture browser) : Journey(browser)
{
    [BrowserFact]
    public async Task The_page_gets_ready_without_an_error_and_without_asking_another_host()
    {
        await OpenAsync();

        Assert.Equal("Assistant", await Page.TitleAsync());
        Probe.AssertQuiet();
    }

    [BrowserFact]
    public async Task An_address_that_leads_nowhere_says_so_and_leads_home()
    {
        var response = await OpenAsync("/nowhere/at/all");

        Assert.Equal(404, response.Status);
        await Expect(Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("There is nothing at this address");
        Assert.All(Probe.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));

        await Page.GetByRole(AriaRole.Link, new() { Name = "Go to the workbench" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(App.Address.ToString());
    }

    [BrowserFact]
    public async Task A_lost_connection_says_so_and_comes_back()
    {
        // Offline does not cut a websocket that is open, so it is routed through the test, which can.
        var sockets = new List<IWebSocketRoute>();
        await Page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            socket.ConnectToServer();
            sockets.Add(socket);
        });
        await OpenAsync();

        await Page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await sockets.Single().CloseAsync(new() { Code = 1001 });

        await Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Connection lost. Reconnecting…");
        await Expect(Page.Locator("html[data-ready]")).ToHaveCountAsync(0);

        await Page.UnrouteAsync("**/_blazor/**");

        await ExpectReadyAsync();
        await Expect(Page.GetByText("Connection lost.")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_server_stops_at_once_and_the_page_comes_back_when_it_is_started_again()
    {
        await OpenAsync();
        var address = App.Address;
        await Page.EvaluateAsync("document.documentElement.dataset.old = 'true'");

        await App.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        await Expect(Page.Locator("html[data-ready]")).ToHaveCountAsync(0);
        await using var again = KestrelFactory.At(address.Port);
        Assert.Equal(address, again.Address);

        await Expect(Page.Locator("html[data-ready='true']:not([data-old])")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }
}
