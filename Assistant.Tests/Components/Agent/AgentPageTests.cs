using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Conversations;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Tests.Settings;
using Assistant.Tests.Workspace;
using Assistant.Web.Components.Agent;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Agent;

public sealed class AgentPageTests : BunitContext
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_task_is_kept_as_one_and_begins_a_conversation_on_this_page()
    {
        var page = Show();

        await page.InvokeAsync(() => page.FindComponent<Composer>().Instance.SendAsync("Tidy up"));

        page.WaitForAssertion(() => Assert.Equal("done", page.All("article")[^1].GetAttribute("data-state")));
        var store = Services.GetRequiredService<IConversationStore>();
        var listed = Assert.Single(await store.ListAsync(Owner.Local, new ConversationQuery(), CancellationToken.None));
        Assert.Equal($"agent/{listed.Id}", Address);
        Assert.Equal(AgentService.Kind, (await store.FindAsync(Owner.Local, listed.Id, CancellationToken.None))!.Path[0].Kind);
    }

    [Fact]
    public void The_panes_of_a_page_without_a_conversation_are_those_of_this_page() =>
        Assert.Equal(["agent#chat", "agent#workspace", "agent#conversations"], Show().FindAll("nav.jumps a").Select(link => link.GetAttribute("href")));

    [Fact]
    public async Task Deleting_the_conversation_that_is_open_leads_to_a_new_one_on_this_page()
    {
        var page = Show();
        await page.InvokeAsync(() => page.FindComponent<Composer>().Instance.SendAsync("Tidy up"));
        page.WaitForAssertion(() => Assert.Equal("done", page.All("article")[^1].GetAttribute("data-state")));

        await page.PressAsync("Options for Tidy up");
        await page.PressAsync("Delete");

        page.WaitForAssertion(() => Assert.Equal("agent", Address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_an_administrator_picks_a_workspace(bool isAdministrator) =>
        Assert.Equal(isAdministrator, Show(isAdministrator).FindComponent<WorkspacePane>().Instance.CanChoose);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }

    private string Address
    {
        get
        {
            var navigation = Services.GetRequiredService<NavigationManager>();
            return navigation.ToBaseRelativePath(navigation.Uri);
        }
    }

    private IRenderedComponent<AgentPage> Show(bool isAdministrator = true)
    {
        Services
            .AddCore(new ScriptedModel(["Done."]), new ManualTime(), ("Assistant:Data", _folder.Data), ("Assistant:Workspace:Root", _folder.Root))
            .AddSingleton(Owner.Local)
            .AddSingleton<LatencyLog>()
            .AddSingleton<IJSRuntime>(new FakeBrowser())
            .AddSingleton<AuthenticationStateProvider>(new ModelSettingsServices.Visitor(isAdministrator));
        return Render<AgentPage>();
    }
}
