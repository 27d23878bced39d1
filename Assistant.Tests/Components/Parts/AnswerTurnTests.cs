using Assistant.Core.Agent;
using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class AnswerTurnTests : BunitContext
{
    private readonly ManualTime _time = new();
    private readonly FakeBrowser _browser = new();
    private readonly Reply _reply;
    private readonly List<(string Wish, TurnItem Item)> _wishes = [];

    public AnswerTurnTests()
    {
        _reply = new Reply(_time);
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton<TimeProvider>(_time);
    }

    [Fact]
    public void Until_something_arrives_it_works()
    {
        var turn = Show(Arriving());

        AssertState(turn, "working", isBusy: true);
        Assert.NotNull(turn.Find(".working"));
        Assert.Empty(turn.FindAll("[data-part=facts], [role=alert], button"));
    }

    [Fact]
    public void A_task_that_broke_off_is_not_gone_on_with_in_words()
    {
        var turn = Show(new TurnItem(Kept("I was about to", AgentService.Kind) with { State = ReplyState.Interrupted }));

        Assert.True(turn.Has("button", "Retry"));
        Assert.False(turn.Has("button", "Continue"));
    }

    [Fact]
    public void Somebody_who_interrupted_a_spoken_answer_knows_why_it_ends()
    {
        var facts = new ReplyMeter(_time).Read();
        var turn = Show(new TurnItem(Kept("It adds.", VoiceService.Kind) with { State = ReplyState.Interrupted, Facts = facts }));

        AssertState(turn, "interrupted", isBusy: false);
        Assert.False(turn.Has("alert"));
        Assert.StartsWith("interrupted", turn.Find("[data-part=facts]").TextContent.Trim());
    }

    [Fact]
    public void What_it_waits_for_is_said_in_its_place()
    {
        var turn = Show(Arriving());

        _reply.Append(new ReplyEvent.Notice("Rate-limited, trying again in 4 s", TimeSpan.FromSeconds(4)));

        turn.WaitForAssertion(() => Assert.Equal("Rate-limited, trying again in 4 s", turn.Find(".working").TextContent.Trim()));
    }

    [Fact]
    public void Text_that_arrives_takes_the_place_of_the_wait()
    {
        var turn = Show(Arriving());

        _reply.Append(new ReplyEvent.Text("Use "));

        turn.WaitForAssertion(() => AssertState(turn, "streaming", isBusy: true));
        Assert.Empty(turn.FindAll(".working, [data-part=facts]"));
        Assert.False(turn.Has("button", "Copy answer"));
    }

    [Fact]
    public void A_finished_answer_can_be_copied_and_ends_with_its_facts()
    {
        var turn = Show(Arriving());

        _reply.Append(new ReplyEvent.Text("Use a loop."));
        _reply.Meter.Answered("scripted", "stop", new TokenUsage(10, 4));
        _reply.Complete(null);

        turn.WaitForAssertion(() => AssertState(turn, "done", isBusy: false));
        Assert.Equal(["scripted", "4 tokens"], turn.FindAll("[data-part=facts] > span").Take(2).Select(fact => fact.TextContent));
        turn.One("button", "Copy answer");
        Assert.False(turn.Has("alert"));
    }

    [Fact]
    public void An_answer_that_was_asked_for_here_tells_the_whole_wait_once_it_is_painted()
    {
        _browser.Cycle = 860;
        var turn = Show(Arriving() with { IsNew = true });

        Answer();

        turn.WaitForAssertion(() => Assert.Equal("0.86 s to the screen, 860 ms not the model", turn.Find("[data-part=facts] > span:last-child").TextContent));
    }

    [Fact]
    public void An_answer_that_was_opened_tells_the_servers_time()
    {
        _browser.Cycle = 860;
        var turn = Show(Arriving());

        Answer();

        turn.WaitForAssertion(() => Assert.Equal("0.00 s, 0 ms not the model", turn.Find("[data-part=facts] > span:last-child").TextContent));
    }

    [Fact]
    public async Task A_stopped_answer_is_no_failure()
    {
        var turn = Show(Arriving());
        _reply.Append(new ReplyEvent.Text("Use "));

        await _reply.StopAsync();

        turn.WaitForAssertion(() => AssertState(turn, "stopped", isBusy: false));
        Assert.Equal("stopped", turn.Find("[data-part=facts] > span").TextContent);
        Assert.False(turn.Has("alert"));
        Assert.False(turn.Has("button", "Retry"));
    }

    [Theory]
    [InlineData(ModelFault.Unauthorized, "failed")]
    [InlineData(ModelFault.Incomplete, "interrupted")]
    public async Task A_failure_is_an_alert_beside_what_had_arrived_and_can_be_tried_again(ModelFault fault, string state)
    {
        var item = Arriving();
        var turn = Show(item);
        _reply.Append(new ReplyEvent.Text("Use "));

        _reply.Fail(new ReplyFailure(fault, "It broke. Try again."));

        turn.WaitForAssertion(() => AssertState(turn, state, isBusy: false));
        Assert.Equal("It broke. Try again.", turn.One("alert").TextContent);
        Assert.NotNull(turn.Find("[data-part=answer]"));
        turn.One("button", "Copy answer");
        await turn.PressAsync("Retry");
        Assert.Equal([("retry", item)], _wishes);
    }

    [Theory]
    [InlineData("Use ", true)]
    [InlineData("", false)]
    public async Task An_answer_that_broke_off_can_be_gone_on_with_if_there_is_one(string text, bool canGoOn)
    {
        var item = new TurnItem(Kept(text) with { State = ReplyState.Interrupted });
        var turn = Show(item);

        Assert.Equal(canGoOn, turn.Has("button", "Continue"));
        if (canGoOn)
        {
            await turn.PressAsync("Continue");
            Assert.Equal([("continue", item)], _wishes);
        }
    }

    [Fact]
    public void An_answer_that_never_came_has_nothing_to_copy()
    {
        var turn = Show(new TurnItem(Kept("") with { State = ReplyState.Failed, Failure = new ReplyFailure(null, "It broke.") }));

        Assert.False(turn.Has("button", "Copy answer"));
    }

    [Fact]
    public void An_answer_that_was_kept_unfinished_was_broken_off()
    {
        var turn = Show(new TurnItem(Kept("Use ") with { State = ReplyState.Streaming }));

        AssertState(turn, "interrupted", isBusy: false);
        Assert.Contains("broken off", turn.One("alert").TextContent, StringComparison.Ordinal);
        turn.One("button", "Retry");
    }

    [Fact]
    public void A_kept_answer_is_drawn_from_its_Markdown()
    {
        var turn = Show(new TurnItem(Kept("Use a **loop**.")));

        Assert.Equal("answer", turn.One("article", "Assistant").Id);
        Assert.Equal("loop", turn.Find("[data-part=answer] strong").TextContent);
    }

    [Fact]
    public void Reasoning_is_folded_away_apart_from_the_answer()
    {
        var turn = Show(new TurnItem(Kept("Yes.") with { Reasoning = "Hm." }));

        Assert.False(turn.Find("details").HasAttribute("open"));
        Assert.Equal("Hm.", turn.Find("[data-part=reasoning]").TextContent);
        Assert.Equal("Yes.", turn.Find("[data-part=answer]").TextContent);
    }

    [Fact]
    public void Reasoning_is_shown_only_when_the_answer_is_there()
    {
        var turn = Show(Arriving());

        _reply.Append(new ReplyEvent.Reasoning("Hm."));
        _reply.Append(new ReplyEvent.Text("Yes."));
        turn.WaitForAssertion(() => AssertState(turn, "streaming", isBusy: true));
        Assert.Empty(turn.FindAll("[data-part=reasoning]"));
        _reply.Complete(null);

        turn.WaitForAssertion(() => Assert.Equal("Hm.", turn.Find("[data-part=reasoning]").TextContent));
    }

    [Fact]
    public async Task A_cut_answer_to_a_question_offers_to_continue()
    {
        var item = new TurnItem(Kept("Use ", AskService.Kind) with { Facts = Cut() });
        var turn = Show(item);

        await turn.PressAsync("Continue");

        Assert.Equal([("continue", item)], _wishes);
        Assert.False(turn.Has("alert"));
    }

    [Theory]
    [InlineData(ChatService.Kind, ReplyState.Done)]
    [InlineData(AskService.Kind, ReplyState.Stopped)]
    [InlineData(AskService.Kind, ReplyState.Failed)]
    public void Nothing_else_offers_to_continue(string kind, ReplyState state) =>
        Assert.False(Show(new TurnItem(Kept("Use ", kind) with { State = state, Facts = Cut() })).Has("button", "Continue"));

    [Theory]
    [InlineData(ReplyState.Failed, "Retry")]
    [InlineData(ReplyState.Interrupted, "Retry")]
    [InlineData(ReplyState.Interrupted, "Continue")]
    [InlineData(ReplyState.Done, "Continue")]
    public void While_another_reply_arrives_none_can_be_started(ReplyState state, string button)
    {
        var turn = Show(new TurnItem(Kept("Use ", AskService.Kind) with { State = state, Facts = Cut() }), isLocked: true);

        Assert.True(turn.One("button", button).HasAttribute("disabled"));
    }

    private static Turn Kept(string text, string kind = ChatService.Kind) => new("answer", TurnRole.Assistant, text) { Kind = kind };

    private TurnItem Arriving() => new(Kept("") with { State = ReplyState.Working }, _reply);

    private void Answer()
    {
        _reply.Append(new ReplyEvent.Text("Use a loop."));
        _reply.Complete(null);
    }

    private ReplyFacts Cut()
    {
        _reply.Meter.Answered("scripted", "length", null);
        return _reply.Meter.Read();
    }

    private IRenderedComponent<AnswerTurn> Show(TurnItem item, bool isLocked = false) => Render<AnswerTurn>(parameters => parameters
        .Add(turn => turn.Item, item)
        .Add(turn => turn.IsLocked, isLocked)
        .Add(turn => turn.OnRetry, wanted => _wishes.Add(("retry", wanted)))
        .Add(turn => turn.OnContinue, wanted => _wishes.Add(("continue", wanted))));

    private static void AssertState(IRenderedComponent<AnswerTurn> turn, string state, bool isBusy)
    {
        var article = turn.One("article", "Assistant");
        Assert.Equal((state, isBusy ? "true" : "false"), (article.GetAttribute("data-state"), article.GetAttribute("aria-busy")));
    }
}
