using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Assistant.Tests.Settings;
using Assistant.Web.Components.Settings;
using Assistant.Web.Settings;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Components.Settings;

public sealed class SettingsPageTests : BunitContext
{
    private const string Key = "sk-page-0123456789";

    private static readonly Uri Cerebras = new("https://api.cerebras.ai/v1");

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");

    private ModelSettings Settings => Services.GetRequiredService<ModelSettings>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _data.Delete(recursive: true);
    }

    [Fact]
    public void For_anybody_but_an_administrator_the_page_is_one_sentence()
    {
        Set();
        Services.AddSingleton<AuthenticationStateProvider>(new ModelSettingsServices.Visitor(isAdministrator: false));

        var page = Render<SettingsPage>();

        Assert.Equal("Settings are changed by the administrators of this Assistant.", page.Find("main > p").TextContent);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void The_built_in_engine_has_nothing_to_fill_in()
    {
        var page = Page();

        Assert.Equal("Built-in engine", page.Find("#provider").GetAttribute("value"));
        Assert.Empty(page.FindAll("input"));
    }

    [Fact]
    public void A_provider_fills_the_address_in_and_names_the_variable_of_its_key()
    {
        var page = Page();

        page.Find("#provider").Change("Groq");

        Assert.Equal("https://api.groq.com/openai/v1", page.Find("#endpoint").GetAttribute("value"));
        Assert.Contains("Or set GROQ_API_KEY before the start.", page.Find("#key-said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_written_finds_its_provider()
    {
        var page = Page();
        page.Find("#provider").Change("Another endpoint");

        page.Find("#endpoint").Change("https://api.mistral.ai/v1");

        Assert.Equal("Mistral", page.Find("#provider").GetAttribute("value"));
    }

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("ftp://host/v1")]
    [InlineData("https://me:secret@host/v1")]
    public void What_is_no_address_is_said_beside_the_field_and_not_saved(string written)
    {
        var page = Page();
        page.Find("#provider").Change("Another endpoint");

        page.Find("#endpoint").Change(written);
        page.Find("form").Submit();

        Assert.Equal("Write an address that starts with http:// or https:// and holds no password.", page.Find("#endpoint-said [role=alert]").TextContent);
        Assert.Equal("true", page.Find("#endpoint").GetAttribute("aria-invalid"));
        Assert.Null(Settings.Endpoint);
    }

    [Theory]
    [InlineData("http://192.168.1.5:8000/v1", "what is sent to another machine can be read on the way. Begin the address with https://")]
    [InlineData("https://169.254.169.254/v1", "nothing is sent to that address")]
    [InlineData("http://[fe80::1]/v1", "nothing is sent to that address")]
    public void Where_nothing_may_be_sent_is_said_beside_the_field_and_not_saved(string written, string sentence)
    {
        var page = Page();
        page.Find("#provider").Change("Another endpoint");

        page.Find("#endpoint").Change(written);
        page.Find("form").Submit();

        Assert.StartsWith($"This address cannot be used: {sentence}", page.Find("#endpoint-said [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(Settings.Endpoint);
    }

    [Theory]
    [InlineData("http://192.168.1.5:8000/v1", true)]
    [InlineData("http://127.0.0.1:8000/v1", false)]
    [InlineData("https://192.168.1.5:8000/v1", false)]
    public void What_can_be_read_on_the_way_is_warned_about_where_it_is_allowed(string written, bool isWarned)
    {
        var page = Page(("Assistant:Model:AllowHttp", "true"));
        page.Find("#provider").Change("Another endpoint");

        page.Find("#endpoint").Change(written);

        Assert.Equal(isWarned, page.Find("#endpoint-said").TextContent.Contains("can be read on the way", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_is_taken_and_never_drawn()
    {
        var page = Page();
        page.Find("#provider").Change("Cerebras");

        page.Find("#key").Change(Key);
        page.Find("form").Submit();

        Assert.Equal(Key, Services.GetRequiredService<ModelSelection>().Endpoint!.Options.ApiKey);
        Assert.Equal("A key is stored.", page.Find("#key").TextContent);
        Assert.Equal("Saved. Cerebras answers from the next question on.", page.Find("[role=status]").TextContent.Trim());
        Assert.DoesNotContain(Key, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_key_is_removed_on_saving_and_can_be_kept_until_then()
    {
        Set();
        Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });
        var page = Render<SettingsPage>();

        Press(page, "Remove key");
        Press(page, "Keep key");
        page.Find("form").Submit();
        Assert.True(Settings.HasKeyFor(Cerebras));

        Press(page, "Remove key");
        Assert.Equal("The stored key is removed when you save.", page.Find("#key").TextContent);
        page.Find("form").Submit();
        Assert.False(Settings.HasKeyFor(Cerebras));
        Assert.Equal("password", page.Find("#key").GetAttribute("type"));
    }

    [Fact]
    public void Another_endpoint_is_told_what_becomes_of_the_stored_key()
    {
        Set();
        Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });
        var page = Render<SettingsPage>();

        page.Find("#provider").Change("Groq");

        Assert.Equal("The stored key is for https://api.cerebras.ai: it is not sent here, and is forgotten when you save.", page.Find("#key-said").TextContent.Trim());
    }

    [Fact]
    public void What_the_environment_sets_is_shown_with_its_name_and_not_changed()
    {
        Set(("OPENAI_BASE_URL", "http://localhost:1/v1"), ("OPENAI_API_KEY", Key), ("OPENAI_MODEL", "given"));

        var page = Render<SettingsPage>();

        Assert.Empty(page.FindAll("input"));
        Assert.Equal("http://localhost:1/v1 Set by OPENAI_BASE_URL", page.Find("#endpoint").TextContent);
        Assert.Equal("Set by OPENAI_API_KEY", page.Find("#key").TextContent);
        Assert.Equal("given Set by OPENAI_MODEL", page.Find("#model").TextContent);
        Assert.Equal(["Built-in engine", "Another endpoint"], page.FindAll("option").Select(option => option.TextContent));
        Assert.DoesNotContain(Key, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_settings_that_cannot_be_read_are_told_about()
    {
        File.WriteAllText(Path.Combine(_data.FullName, "model.json"), "{");
        Set();
        Settings.Begin();

        Assert.StartsWith("The stored settings are not used, because", Render<SettingsPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_of_the_endpoint_are_listed_filtered_and_picked_with_the_keyboard()
    {
        await using var server = await FakeModelServer.StartAsync();
        var page = Page();
        page.Find("#provider").Change("Another endpoint");
        page.Find("#endpoint").Change(server.Endpoint.ToString());

        page.Find("#model").Click();
        page.WaitForAssertion(() => Assert.Equal(server.Models, page.FindAll("[role=option]").Select(option => option.TextContent)));
        // Found and used between two renders, so that none of them can take the field away.
        await page.InvokeAsync(() => page.Find("#model").Input("10"));
        page.WaitForAssertion(() => Assert.Equal(["fake-10000", "fake-100"], page.FindAll("[role=option]").Select(option => option.TextContent)));
        await page.InvokeAsync(() => page.Find("#model").KeyDown("ArrowDown"));
        await page.InvokeAsync(() => page.Find("#model").KeyDown("Enter"));

        page.WaitForAssertion(() => Assert.Equal("fake-10000", page.Find("#model").GetAttribute("value")));
        page.WaitForAssertion(() => Assert.Equal("false", page.Find("#model").GetAttribute("aria-expanded")));
    }

    [Fact]
    public void A_list_that_cannot_be_had_is_said_beside_the_field_which_still_takes_a_name()
    {
        var page = Page();
        page.Find("#provider").Change("Another endpoint");
        page.Find("#endpoint").Change("http://127.0.0.1:9/v1");

        page.Find("#model").Click();

        page.WaitForAssertion(() => Assert.Contains("Could not reach http://127.0.0.1:9/v1", page.Find("#model-said").TextContent, StringComparison.Ordinal));
        Assert.Contains("A name can still be typed.", page.Find("#model-said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_works_says_what_answered_and_how_fast()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Text("OK"));
        var page = Page();
        page.Find("#provider").Change("Another endpoint");
        page.Find("#endpoint").Change(server.Endpoint.ToString());

        Press(page, "Test connection");

        page.WaitForAssertion(() => Assert.Contains($"fake-2000 at {server.Endpoint.Authority} answered.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Matches(@"First byte\s*[\d,]+ ms", page.Find("dl").TextContent);
        Assert.Null(Settings.Endpoint);
    }

    [Fact]
    public async Task A_test_that_takes_too_long_can_be_stopped()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Events("O").ThenHang());
        var page = Page();
        page.Find("#provider").Change("Another endpoint");
        page.Find("#endpoint").Change(server.Endpoint.ToString());

        Press(page, "Test connection");
        page.WaitForAssertion(() => Press(page, "Stop test"));

        page.WaitForAssertion(() => Assert.Equal("Test connection", page.FindAll(".buttons button")[1].TextContent));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_server_on_this_machine_is_offered_and_used_only_when_asked()
    {
        await using var server = await FakeModelServer.StartAsync();
        Set();
        Services.AddSingleton(provider => new LocalModels([new("Ollama", server.Endpoint)], provider.GetRequiredService<ModelProbe>(), TimeProvider.System) { Patience = TimeSpan.FromMinutes(1) });
        var page = Render<SettingsPage>();

        page.WaitForAssertion(() => Assert.Equal("Ollama runs on this machine with 5 models.", page.Find(".offer span").TextContent));
        Press(page, "Use Ollama");

        page.WaitForAssertion(() => Assert.Equal("Ollama", page.Find("#provider").GetAttribute("value")));
        Assert.Null(Settings.Endpoint);
    }

    // Between two renders, or what is found is no longer what is there.
    private static void Press(IRenderedComponent<SettingsPage> page, string button) =>
        page.InvokeAsync(() => page.FindAll("button").Single(found => found.TextContent == button).Click());

    private IRenderedComponent<SettingsPage> Page(params (string Key, string Value)[] environment)
    {
        Set(environment);
        return Render<SettingsPage>();
    }

    private void Set(params (string Key, string Value)[] environment)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddModelSettings(_data.FullName, environment);
    }
}
