using Assistant.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class PeopleJourneys(BrowserFixture browser) : Journey(browser)
{
    private const string Who = "who";

    protected override KestrelFactory CreateApp() => new()
    {
        Settings =
        {
            ["Assistant:Proxy:Addresses:0"] = "127.0.0.1",
            ["Assistant:Proxy:UserHeader"] = TwoPeople.Header,
            ["Assistant:Proxy:Administrators:0"] = "alice",
        },
        Replacements = services => services.AddSingleton<IStartupFilter>(new FakeProxy()),
    };

    [BrowserFact]
    public async Task Two_people_in_one_Assistant_see_nothing_of_each_other()
    {
        await AppearAsAsync(Page.Context, "alice");
        await OpenAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" }).FillAsync("My own secret");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Status).GetByText("Answer complete")).ToBeAttachedAsync();
        await Expect(Conversations(Page)).ToHaveTextAsync(["My own secret"]);

        await using var window = await Page.Context.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        await AppearAsAsync(window, "bob");
        var bobs = await window.NewPageAsync();
        await bobs.GotoAsync(Page.Url);

        await Expect(bobs.GetByRole(AriaRole.Alert)).ToContainTextAsync("This conversation");
        await Expect(Conversations(bobs)).ToHaveCountAsync(0);
        await Expect(bobs.GetByText("My own secret")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Only_an_administrator_is_offered_settings()
    {
        await AppearAsAsync(Page.Context, "bob");
        await OpenAsync("/settings");
        await Expect(Page.GetByText("Settings are changed by the administrators of this Assistant.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToHaveCountAsync(0);

        await AppearAsAsync(Page.Context, "alice");
        await OpenAsync("/settings");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeVisibleAsync();
    }

    private static ILocator Conversations(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" }).Locator("a[href^='c/']");

    private Task AppearAsAsync(IBrowserContext window, string name) => window.AddCookiesAsync([new() { Name = Who, Value = name, Url = App.Address.ToString() }]);

    /// <summary>Says who somebody is, as a proxy with a sign-in of its own would; sockets pass here, too.</summary>
    private sealed class FakeProxy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, handle) =>
            {
                context.Request.Headers[TwoPeople.Header] = context.Request.Cookies[Who];
                return handle(context);
            });
            next(app);
        };
    }
}
