using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>Talking where the server has neither ears nor a voice: the browser's own are stood in for, since a browser without a screen has none.</summary>
public sealed class BrowserSpeechJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string NoEars = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition; delete window.speechSynthesis;";

    private const string OwnSpeech = """
        window.said = [];
        window.SpeechRecognition = class extends EventTarget {
          start() {
            setTimeout(() => {
              this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: 'where is parse config' }]] }));
              this.dispatchEvent(new Event('end'));
            });
          }
          abort() {}
          stop() {}
        };
        speechSynthesis.speak = words => {
          if (words.text) {
            window.said.push(words.text);
          }
          words.dispatchEvent(new Event('start'));
          words.dispatchEvent(new Event('end'));
        };
        """;

    /// <summary>Says nothing to its end until it is told to be silent.</summary>
    private const string LongSpeech = """
        const pending = [];
        speechSynthesis.speak = words => {
          if (words.text) {
            pending.push(words);
            words.dispatchEvent(new Event('start'));
          }
        };
        speechSynthesis.cancel = () => pending.splice(0).forEach(words => words.dispatchEvent(new Event('error')));
        """;

    private ILocator Question => Page.GetByRole(AriaRole.Group, new() { Name = "Speech by this browser", Exact = true });

    [BrowserFact]
    public async Task Without_ears_anywhere_the_page_says_what_to_set()
    {
        await Page.AddInitScriptAsync(NoEars);
        await OpenAsync();

        await Chat.Speak.ClickAsync();

        await Expect(Chat.Alert).ToHaveTextAsync("This browser cannot recognise speech. Type instead, or set Assistant:Voice:SpeechToText:Endpoint on the server.");
    }

    [BrowserFact]
    public async Task After_a_yes_the_browser_hears_and_speaks_itself_and_does_not_ask_again()
    {
        Model.Enqueue(FakeReply.Text("It is in the file for the configuration. ", "Nothing else is there."));
        Model.Enqueue(FakeReply.Text("Yes, it is."));
        await Page.AddInitScriptAsync(OwnSpeech);
        await OpenAsync();

        await Chat.Speak.ClickAsync();
        await Expect(Question).ToContainTextAsync("may send what is said to its maker");
        await Question.GetByRole(AriaRole.Button, new() { Name = "Use it", Exact = true }).ClickAsync();

        await Expect(Chat.Questions).ToContainTextAsync("where is parse config");
        await Expect(Page.GetByText("heard → transcribed")).ToBeVisibleAsync();
        Assert.Equal(["It is in the file for the configuration.", "Nothing else is there."], await Page.EvaluateAsync<string[]>("window.said"));
        await Chat.Speak.ClickAsync();
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes, it is.");
        Assert.Empty(Model.Audio.Recordings);
    }

    [BrowserFact]
    public async Task Stop_silences_what_is_being_said()
    {
        Model.Enqueue(FakeReply.Events("It is in the file. ", "Noth").ThenHold(new Gate()));
        await Page.AddInitScriptAsync(OwnSpeech + LongSpeech);
        await OpenAsync();
        await Chat.Speak.ClickAsync();
        await Question.GetByRole(AriaRole.Button, new() { Name = "Use it", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Speaking…")).ToBeVisibleAsync();

        await Chat.Stop.ClickAsync();

        await Expect(Page.GetByText("Speaking…")).ToHaveCountAsync(0);
        await Chat.Answer.ExpectStateAsync("stopped");
    }

    [BrowserFact]
    public async Task Who_went_on_to_another_conversation_is_not_called_back_by_what_was_said_in_the_first()
    {
        var arrives = new TaskCompletionSource();
        Model.Enqueue(FakeReply.Text("Yes."));
        Model.Enqueue(FakeReply.Text("It is in the file."));
        await Page.AddInitScriptAsync(OwnSpeech);
        await Page.RouteAsync("**/api/voice", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await OpenAsync();
        await Chat.SendAsync("Is it safe?");
        await Chat.Answer.ExpectStateAsync("done");
        await Chat.Speak.ClickAsync();
        await Question.GetByRole(AriaRole.Button, new() { Name = "Use it", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Listening…")).ToHaveCountAsync(0);

        await Workbench.Conversations.New.ClickAsync();
        await Expect(Chat.Answers).ToHaveCountAsync(0);
        arrives.SetResult();

        await Expect(Page.GetByText("heard → transcribed")).ToBeVisibleAsync();
        Assert.DoesNotContain("/c/", Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task After_a_no_nothing_is_heard_and_typing_works()
    {
        Model.Enqueue(FakeReply.Text("In Basket."));
        await Page.AddInitScriptAsync(OwnSpeech);
        await OpenAsync();

        await Chat.Speak.ClickAsync();
        await Question.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).ClickAsync();

        await Expect(Chat.Alert).ToContainTextAsync("Speech stays off.");
        await Chat.SendAsync("Where is it?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("In Basket.");
        Assert.Empty(await Page.EvaluateAsync<string[]>("window.said"));
    }
}
