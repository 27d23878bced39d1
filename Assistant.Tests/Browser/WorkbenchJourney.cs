using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Browser;

/// <summary>A journey on the workbench with a fake model behind it. However it goes, the page must have been quiet: no console error, no other host.</summary>
public abstract class WorkbenchJourney(BrowserFixture browser) : Journey(browser)
{
    protected FakeModelServer Model { get; private set; } = null!;

    protected WorkbenchPage Workbench { get; private set; } = null!;

    protected ChatPanel Chat => Workbench.Chat;

    protected CodePanel Code => Workbench.Code;

    public override async Task InitializeAsync()
    {
        Model = await FakeModelServer.StartAsync();
        await base.InitializeAsync();
        Workbench = new WorkbenchPage(Page);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
        Probe.AssertQuiet();
    }

    protected override KestrelFactory CreateApp() => new() { Settings = { ["Assistant:Model:Endpoint"] = Model.Endpoint.ToString() } };
}
