using System.Collections.Concurrent;
using System.Text;
using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Assistant.Web.Settings;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class ModelJourneys(BrowserFixture browser) : Journey(browser)
{
    private const string Key = "sk-journey-0123456789";

    private readonly ConcurrentQueue<string> _received = [];
    private FakeModelServer _server = null!;

    private ILocator Model => Page.GetByRole(AriaRole.Button, new() { Name = "Model", Exact = true });

    public override async Task InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        await base.InitializeAsync();
        Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _received.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary!));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override KestrelFactory CreateApp() => new()
    {
        Replacements = services => services.AddSingleton(provider =>
            new LocalModels([new("Ollama", _server.Endpoint)], provider.GetRequiredService<ModelProbe>(), TimeProvider.System) { Patience = TimeSpan.FromMinutes(1) }),
    };

    [BrowserFact]
    public async Task A_model_is_connected_in_the_page_and_switched_in_the_header()
    {
        await OpenAsync();
        await Expect(Model).ToContainTextAsync("Built-in engine");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Page.GetByLabel("Provider").SelectOptionAsync("Another endpoint");
        await Page.GetByLabel("Endpoint", new() { Exact = true }).FillAsync(_server.Endpoint.ToString());
        await Page.GetByLabel("Key", new() { Exact = true }).FillAsync(Key);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync($"fake-2000 at {_server.Endpoint.Authority} answered.");

        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Model" }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = "fake-10000" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Page.GetByText("A key is stored.")).ToBeVisibleAsync();
        await Expect(Model).ToContainTextAsync("fake-10000");

        await Model.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "fake-100", Exact = true }).ClickAsync();
        await Expect(Model).ToContainTextAsync("fake-100 ");

        await Model.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Built-in engine" }).ClickAsync();
        await Expect(Model).ToContainTextAsync("Built-in engine");

        Assert.All(_server.Requests, request => Assert.Equal($"Bearer {Key}", request.Headers["Authorization"]));
        Assert.DoesNotContain(Key, await Page.ContentAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(_received);
        Assert.DoesNotContain(_received, frame => frame.Contains(Key, StringComparison.Ordinal));
        Probe.AssertQuiet();
    }

    [BrowserFact]
    public async Task The_keyboard_alone_switches_the_model()
    {
        App.Services.GetRequiredService<ModelSelection>().Use(new ModelOptions { Endpoint = _server.Endpoint });
        await OpenAsync();
        await Expect(Model).ToContainTextAsync("fake-2000");

        await Model.FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "fake-2000" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Menu)).ToBeHiddenAsync();
        await Expect(Model).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("b");
        await Expect(Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Built-in engine" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Model).ToContainTextAsync("Built-in engine");
    }

    [BrowserFact]
    public async Task The_menu_says_what_is_left_for_the_key_after_an_answer()
    {
        App.Services.GetRequiredService<ModelSelection>().Use(new ModelOptions { Endpoint = _server.Endpoint });
        await OpenAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" }).FillAsync("Write 20 tokens");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Status).GetByText("Answer complete")).ToBeAttachedAsync();

        await Model.ClickAsync();

        await Expect(Page.GetByText("Left for this key, as of its last answer: 900,000 of 1,000,000 tokens a minute.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_server_on_this_machine_is_offered_in_the_empty_workbench()
    {
        await OpenAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Use Ollama" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use Ollama" }).ClickAsync();

        await Expect(Page.GetByLabel("Provider")).ToHaveValueAsync("Ollama");
        await Expect(Model).ToContainTextAsync("Built-in engine");
        Assert.Empty(_server.Requests);
    }

    [BrowserFact]
    public async Task Another_page_sees_the_model_that_was_chosen()
    {
        await OpenAsync();
        await Expect(Model).ToContainTextAsync("Built-in engine");

        App.Services.GetRequiredService<ModelSettings>().Save(Owner.Local, new ModelDraft(_server.Endpoint, "fake-100"));

        await Expect(Model).ToContainTextAsync("fake-100");
    }

    [BrowserFact]
    public async Task The_settings_and_the_open_menu_have_no_accessibility_fault()
    {
        App.Services.GetRequiredService<ModelSettings>().Save(Owner.Local, new ModelDraft(_server.Endpoint, "fake-100") { NewKey = Key });
        await OpenAsync("/settings");
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Model" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "fake-slow" })).ToBeVisibleAsync();
        await AssertAccessibleAsync();

        await Model.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "fake-slow" })).ToBeVisibleAsync();
        await AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task A_connection_that_fails_says_why_and_a_field_that_is_wrong_says_so_beside_it()
    {
        await OpenAsync("/settings");
        await Page.GetByLabel("Provider").SelectOptionAsync("Another endpoint");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Write an address that starts with http:// or https://" })).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Endpoint", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");

        await _server.DisposeAsync();
        await Page.GetByLabel("Endpoint", new() { Exact = true }).FillAsync(_server.Endpoint.ToString());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "connection refused" })).ToContainTextAsync($"Could not reach {_server.Endpoint}");
    }

    /// <summary>The button is called Model whichever model it shows; that one is its description.</summary>
    private async Task AssertAccessibleAsync()
    {
        var rules = new Dictionary<string, RuleOptions> { ["label-content-name-mismatch"] = new() { Enabled = false } };
        var result = await Page.RunAxe(new AxeRunOptions { Rules = rules });
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Id}: {node.Html}"));
    }
}
