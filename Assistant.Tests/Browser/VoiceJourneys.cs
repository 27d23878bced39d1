using Assistant.Core.Replies;
using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>Talking to the page: a voice in the microphone, sound out of the speaker.</summary>
public sealed class VoiceJourneys(BrowserFixture browser) : TalkJourney(browser, mayListen: true)
{
    private const string FirstSentence = "It adds the prices of everything that lies in the basket.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Tells when the first sound is really playing.</summary>
    private const string NotePlaying = """
        window.playing = new Promise(resolve => {
          const start = AudioBufferSourceNode.prototype.start;
          AudioBufferSourceNode.prototype.start = function (at) {
            setTimeout(resolve, 1000 * (at - this.context.currentTime) + 100);
            return start.call(this, at);
          };
        });
        """;

    /// <summary>Tells how many microphones are open.</summary>
    private const string NoteMicrophones = """
        window.streams = [];
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async wanted => {
          const stream = await open(wanted);
          window.streams.push(stream);
          return stream;
        };
        window.untilLive = count => new Promise(resolve => {
          const looking = setInterval(() => {
            if (window.streams.filter(stream => stream.active).length === count) {
              clearInterval(looking);
              resolve();
            }
          }, 20);
        });
        """;

    [VoiceFact]
    public async Task A_question_is_heard_and_its_first_sentence_spoken_while_the_rest_arrives()
    {
        var gate = new Gate();
        Server.Enqueue(FakeReply.Events($"{FirstSentence} ", "Noth").ThenHold(gate).ThenFinish("ing else."));
        await Page.AddInitScriptAsync(NotePlaying);
        await OpenAsync();

        await Chat.Speak.ClickAsync();
        await Expect(Page.GetByText("Listening…")).ToBeVisibleAsync();
        await Server.Audio.AskedToSayAsync(CancellationToken.None).WaitAsync(Patience);
        await Expect(Chat.Answers.Last).ToHaveAttributeAsync("data-state", "streaming");
        gate.Open();

        await Expect(Chat.Questions).ToContainTextAsync("What does the total method do?");
        await Expect(Chat.Answer.Text).ToContainTextAsync($"{FirstSentence} Nothing else.");
        var recording = Assert.Single(Server.Audio.Recordings);
        Assert.Equal(("speech.webm", "audio/webm"), (recording.FileName, recording.ContentType));
        Assert.InRange(recording.Sound.Length, 1_000, 200_000);
        await Page.EvaluateAsync("window.playing");
        await Expect(Page.GetByText("heard → transcribed")).ToContainTextAsync("first sound");
        Assert.Equal([FirstSentence, "Nothing else."], Server.Audio.Speeches.Select(speech => speech.Text));
        Assert.Matches("/c/[0-9a-f]{32}$", Page.Url);
        Probe.AssertQuiet();
    }

    [VoiceFact]
    public async Task Pressing_while_it_speaks_silences_it_and_keeps_only_what_was_heard()
    {
        var gate = new Gate();
        Server.Enqueue(FakeReply.Events($"{FirstSentence} Nothing else happens there, ").ThenHold(gate));
        Server.Enqueue(FakeReply.Text("Because it is small."));
        await Page.AddInitScriptAsync(NotePlaying);
        await OpenAsync();
        await Expect(Chat.Speak).ToBeEnabledAsync();
        await Page.Keyboard.PressAsync("Alt+v");
        await Expect(Page.GetByText("Speaking…")).ToBeVisibleAsync();
        await Page.EvaluateAsync("window.playing");

        await Page.Keyboard.PressAsync("Alt+v");

        await Expect(Chat.Answers).ToHaveCountAsync(2);
        await Expect(Chat.Answers.First).ToHaveAttributeAsync("data-state", "interrupted");
        await Expect(new AnswerArticle(Chat.Answers.First).Text).ToHaveTextAsync(FirstSentence);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Because it is small.");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
        Assert.Contains("heard no more", Server.Requests[^1].Body.GetRawText());
        Probe.AssertQuiet();
    }

    [VoiceFact]
    public async Task What_the_recogniser_cannot_do_is_said_and_the_next_turn_works()
    {
        Server.Audio.EnqueueHearing(FakeReply.Error(503, "{}"), FakeReply.Raw("""{"text": ""}""", "application/json"));
        Server.Enqueue(FakeReply.Text("In Basket."));
        await Page.AddInitScriptAsync(NotePlaying);
        await OpenAsync();
        await Expect(Chat.Speak).ToBeEnabledAsync();

        await Chat.Speak.PressAsync("Enter");
        await Expect(Chat.Alert).ToContainTextAsync("overloaded, loading or down");
        await Chat.Speak.PressAsync("Enter");
        await Expect(Chat.Alert).ToHaveTextAsync("Nothing was understood. Please say it again, closer to the microphone.");
        await Chat.Speak.PressAsync("Enter");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("In Basket.");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
    }

    [VoiceFact]
    public async Task With_free_hands_it_listens_again_and_speaking_interrupts_it()
    {
        Server.Enqueue(FakeReply.Text("It adds the prices of everything that lies in the basket, of everything that is still on its way to it, and of the bag. Nothing else happens there."));
        Server.Enqueue(FakeReply.Text("Yes."));
        Server.Enqueue(FakeReply.Text("Indeed."));
        await OpenAsync();
        await Chat.Speak.ClickAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Hands-free", Exact = true }).ClickAsync();

        await Expect(Chat.Answers).ToHaveCountAsync(3, new() { Timeout = 40_000 });
        await Expect(Chat.Answers.First).ToHaveAttributeAsync("data-state", "interrupted");
        Assert.True(Server.Audio.Recordings.Count >= 3);
    }

    [VoiceFact]
    public async Task With_free_hands_Escape_closes_the_microphone_that_waits_for_an_interruption()
    {
        Server.Enqueue(FakeReply.Text("It adds the prices of everything that lies in the basket, of everything that is still on its way to it, and of the bag. Nothing else happens there."));
        await Page.AddInitScriptAsync(NoteMicrophones);
        await OpenAsync();
        await Chat.Speak.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hands-free", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Speaking…")).ToBeVisibleAsync();
        await Page.EvaluateAsync("untilLive(1)").WaitAsync(Patience);

        await Page.Keyboard.PressAsync("Escape");

        await Page.EvaluateAsync("untilLive(0)").WaitAsync(Patience);
        await Expect(Page.GetByText("Listening…")).ToHaveCountAsync(0);
        await Expect(Page.GetByText("Speaking…")).ToHaveCountAsync(0);
    }

    [VoiceFact]
    public async Task Leaving_the_page_in_mid_answer_listens_to_nobody_on_the_next_one()
    {
        var gate = new Gate();
        Server.Enqueue(FakeReply.Events("It adds ").ThenHold(gate).ThenFinish("the prices of everything. Nothing else happens there."));
        await Page.AddInitScriptAsync(NoteMicrophones);
        await OpenAsync();
        await Chat.Speak.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hands-free", Exact = true }).ClickAsync();
        await gate.Reached.WaitAsync(Patience);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Latency", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Latency", Exact = true })).ToBeVisibleAsync();
        gate.Open();

        await App.Services.GetRequiredService<ReplyRunner>().StopAsync(CancellationToken.None).WaitAsync(Patience);
        Assert.Equal(1, await Page.EvaluateAsync<int>("streams.length"));
        await Page.EvaluateAsync("untilLive(0)").WaitAsync(Patience);
        Probe.AssertQuiet();
    }

    [VoiceFact]
    public async Task A_browser_that_cannot_record_makes_a_WAV_file_itself()
    {
        Server.Enqueue(FakeReply.Text("In Basket."));
        await Page.AddInitScriptAsync("delete window.MediaRecorder;");
        await OpenAsync();

        await Chat.Speak.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("In Basket.");
        var recording = Assert.Single(Server.Audio.Recordings);
        Assert.Equal(("speech.wav", "audio/wav"), (recording.FileName, recording.ContentType));
        Assert.Equal(16_000u, BitConverter.ToUInt32(recording.Sound, 24));
        Assert.Contains(recording.Sound.AsSpan(44).ToArray(), sample => sample > 64);   // and it is not silent
    }
}
