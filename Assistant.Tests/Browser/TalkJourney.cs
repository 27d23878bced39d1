using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>A journey of somebody who talks, with fake ears, voice and model behind the server.</summary>
public abstract class TalkJourney(BrowserFixture browser, bool mayListen) : Journey(browser)
{
    private TalkingBrowser? _talking;

    protected FakeModelServer Server { get; private set; } = null!;

    protected ChatPanel Chat => new(Page);

    public override async Task InitializeAsync()
    {
        Server = await FakeModelServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_talking?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Server.DisposeAsync();
    }

    protected override KestrelFactory CreateApp() => new()
    {
        Settings =
        {
            ["Assistant:Model:Endpoint"] = Server.Endpoint.ToString(),
            ["Assistant:Voice:SpeechToText:Endpoint"] = Server.Endpoint.ToString(),
            ["Assistant:Voice:TextToSpeech:Endpoint"] = Server.Endpoint.ToString(),
        },
    };

    protected override async Task<IBrowserContext> OpenWindowAsync()
    {
        _talking = await TalkingBrowser.StartAsync("Where is parse config?", mayListen);
        return await _talking.OpenWindowAsync(Window);
    }
}
