using Assistant.Tests.Components.Parts;
using Assistant.Web.Components.Voice;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Voice;

public sealed class VoiceControlTests : BunitContext
{
    private readonly FakeBrowser _browser = new();
    private readonly List<string> _started = [];
    private int _listened;

    public VoiceControlTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public async Task Until_the_browser_listens_there_is_one_button_and_it_cannot_be_pressed()
    {
        var ready = new TaskCompletionSource();
        _browser.Slow = ("attach", ready.Task);
        var voice = Show();
        await _browser.NextAsync("attach");

        Assert.True(voice.One("button", "Speak").HasAttribute("disabled"));
        Assert.False(voice.Has("button", "Hands-free"));

        ready.SetResult();
        voice.WaitForAssertion(() => Assert.False(voice.One("button", "Speak").HasAttribute("disabled")));
    }

    [Theory]
    [InlineData("Idle", "false", "")]
    [InlineData("Listening", "true", "Listening…")]
    [InlineData("Working", "false", "")]
    [InlineData("Speaking", "false", "Speaking…")]
    public async Task What_it_is_busy_with_is_said_quietly(string state, string pressed, string quiet)
    {
        var voice = Show();

        await voice.InvokeAsync(() => voice.Instance.ShowAsync(state, null, null));

        Assert.Equal(pressed, voice.One("button", "Speak").GetAttribute("aria-pressed"));
        Assert.Equal(quiet, string.Concat(voice.FindAll(".quiet").Select(line => line.TextContent)));
    }

    [Fact]
    public async Task Trouble_is_an_alert_and_goes_with_the_next_turn()
    {
        var voice = Show();

        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Idle", "No microphone was found.", null));
        Assert.Equal("No microphone was found.", voice.One("alert").TextContent);

        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Listening", null, null));
        Assert.False(voice.Has("alert"));
    }

    [Fact]
    public async Task The_stages_of_the_last_answer_are_shown_when_it_is_over()
    {
        var voice = Show();

        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Idle", null, "heard → transcribed 0.21 s → done 1.20 s"));

        Assert.Equal("heard → transcribed 0.21 s → done 1.20 s", voice.Find(".quiet").TextContent);
    }

    [Theory]
    [InlineData(false, false, "This server has no recogniser and no voice of its own; your browser has, and may send what is said to its maker. Use it?")]
    [InlineData(false, true, "This server has no recogniser of its own; your browser has, and may send what is said to its maker. Use it?")]
    [InlineData(true, false, "This server has no voice of its own; your browser has, and may send what is said to its maker. Use it?")]
    public async Task The_browsers_own_speech_is_used_after_one_sentence_and_a_yes(bool hears, bool speaks, string sentence)
    {
        var voice = Show(hears, speaks);

        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Asking", null, null));

        var question = voice.One("group", "Speech by this browser");
        Assert.Equal(sentence, question.QuerySelector("p")!.TextContent);
        Assert.Equal(["yes", "no"], question.QuerySelectorAll("button").Select(button => button.GetAttribute("data-answer")));
    }

    [Fact]
    public async Task Hands_free_is_offered_to_who_has_spoken_and_is_off_until_chosen()
    {
        var voice = Show();
        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Listening", null, null));
        Assert.Equal("false", voice.One("button", "Hands-free").GetAttribute("aria-pressed"));
        Assert.False(voice.Find(".voice").HasAttribute("data-hands-free"));

        await voice.PressAsync("Hands-free");

        Assert.Equal("true", voice.One("button", "Hands-free").GetAttribute("aria-pressed"));
        Assert.True(voice.Find(".voice").HasAttribute("data-hands-free"));
    }

    [Fact]
    public async Task The_browser_knows_what_the_server_can_do_and_in_which_conversation()
    {
        var voice = Show(hears: true, speaks: false, conversationId: "c1");
        var root = voice.Find(".voice");

        Assert.Equal((true, false, "c1"), (root.HasAttribute("data-hears"), root.HasAttribute("data-speaks"), root.GetAttribute("data-conversation")));
        await voice.InvokeAsync(() => voice.Instance.StartedAsync("c2"));
        Assert.Equal(["c2"], _started);
    }

    [Fact]
    public async Task The_page_hears_that_somebody_talks()
    {
        var voice = Show();

        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Listening", null, null));
        await voice.InvokeAsync(() => voice.Instance.ShowAsync("Working", null, null));

        Assert.Equal(1, _listened);
    }

    [Fact]
    public async Task A_page_that_is_left_lets_go_of_the_microphone()
    {
        Show();
        await _browser.NextAsync("attach");

        await DisposeComponentsAsync();

        await _browser.NextAsync("detach");
    }

    private IRenderedComponent<VoiceControl> Show(bool hears = true, bool speaks = true, string? conversationId = null) => Render<VoiceControl>(parameters => parameters
        .Add(voice => voice.Hears, hears)
        .Add(voice => voice.Speaks, speaks)
        .Add(voice => voice.ConversationId, conversationId)
        .Add(voice => voice.OnListening, () => _listened++)
        .Add(voice => voice.OnStarted, _started.Add));
}
