using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class RefusedMicrophoneJourneys(BrowserFixture browser) : TalkJourney(browser, mayListen: false)
{
    [VoiceFact]
    public async Task A_microphone_that_is_not_allowed_is_said_and_typing_still_works()
    {
        Server.Enqueue(FakeReply.Text("In Basket."));
        await OpenAsync();

        await Chat.Speak.ClickAsync();

        await Expect(Chat.Alert).ToContainTextAsync("The microphone is not allowed here.");
        await Chat.SendAsync("Where is it?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("In Basket.");
        Probe.AssertQuiet();
    }

    [VoiceFact]
    public async Task Where_the_connection_is_not_secure_the_page_says_that_a_microphone_needs_https()
    {
        await Page.AddInitScriptAsync("Object.defineProperty(navigator, 'mediaDevices', { value: undefined });");   // as browsers do away from this machine
        await OpenAsync();

        await Chat.Speak.ClickAsync();

        await Expect(Chat.Alert).ToHaveTextAsync("A microphone needs HTTPS. Open this page by https, or on the machine itself as http://localhost.");
    }
}
