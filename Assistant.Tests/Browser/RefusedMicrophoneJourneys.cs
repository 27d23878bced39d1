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

        await Speak.ClickAsync();

        await Expect(Chat.Alert).ToContainTextAsync("The microphone is not allowed here.");
        await Chat.SendAsync("Where is it?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("In Basket.");
        Probe.AssertQuiet();
    }
}
