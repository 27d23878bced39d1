using Assistant.Tests.SignIn;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class SignInJourneys(BrowserFixture browser) : Journey(browser)
{
    private ILocator Token => Page.GetByLabel("Access token", new() { Exact = true });

    private ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true });

    protected override KestrelFactory CreateApp() => new() { Settings = { ["Assistant:AccessToken"] = GuardedServer.Token } };

    [BrowserFact]
    public async Task A_wrong_token_says_so_and_the_right_one_leads_to_the_page_that_was_asked_for()
    {
        await Page.GotoAsync(new Uri(App.Address, "/settings").ToString());
        await Expect(Token).ToBeFocusedAsync();
        var result = await Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => violation.Id));

        await Token.FillAsync("a guess of sixteen..");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This is not the access token.");
        Assert.All(Probe.Complaints, complaint => Assert.Contains("401", complaint, StringComparison.Ordinal));

        await Token.FillAsync(GuardedServer.Token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(new Uri(App.Address, "/settings").ToString());
        await ExpectReadyAsync();
    }

    [BrowserFact]
    public async Task The_form_needs_no_script()
    {
        await using var plain = await Page.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await plain.NewPageAsync();
        await page.GotoAsync(App.Address.ToString());

        await page.GetByLabel("Access token").FillAsync(GuardedServer.Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(App.Address.ToString());
        await Expect(page).ToHaveTitleAsync("");
    }

    [BrowserFact]
    public async Task A_link_on_another_site_leads_in_who_is_signed_in()
    {
        await SignInAsync();
        var elsewhere = await Page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"data:text/html,<a href='{new Uri(App.Address, "/settings")}'>there</a>");

        await elsewhere.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(elsewhere).ToHaveURLAsync(new Uri(App.Address, "/settings").ToString());
        await Expect(elsewhere.GetByRole(AriaRole.Heading, new() { Name = "Settings" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Signing_out_everywhere_in_one_window_closes_the_other()
    {
        await SignInAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" }).FillAsync("Hello");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Status).GetByText("Answer complete")).ToBeAttachedAsync();

        var second = await Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(App.Address, "/settings").ToString());
        await second.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere", Exact = true }).ClickAsync();

        await Expect(second.GetByLabel("Access token")).ToBeVisibleAsync();
        await Expect(Heading).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Signing_out_leads_to_the_form_and_back_does_not_lead_in_again()
    {
        await SignInAsync("/settings");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(Heading).ToBeVisibleAsync();

        await Page.GotoAsync(new Uri(App.Address, "/settings").ToString());

        await Expect(Heading).ToBeVisibleAsync();
    }

    private async Task SignInAsync(string path = "/")
    {
        await Page.GotoAsync(new Uri(App.Address, path).ToString());
        await Token.FillAsync(GuardedServer.Token);
        await Page.Keyboard.PressAsync("Enter");
        await ExpectReadyAsync();
        await Expect(Page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
    }
}
