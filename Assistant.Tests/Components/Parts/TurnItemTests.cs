using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;

namespace Assistant.Tests.Components.Parts;

public sealed class TurnItemTests
{
    private readonly Reply _reply = new(new ManualTime());

    [Theory]
    [InlineData(ReplyState.Done, ReplyState.Done)]
    [InlineData(ReplyState.Stopped, ReplyState.Stopped)]
    [InlineData(ReplyState.Failed, ReplyState.Failed)]
    [InlineData(ReplyState.Interrupted, ReplyState.Interrupted)]
    [InlineData(ReplyState.Working, ReplyState.Interrupted)]
    [InlineData(ReplyState.Streaming, ReplyState.Interrupted)]
    public void A_kept_turn_that_nobody_goes_on_with_was_broken_off(ReplyState kept, ReplyState shown)
    {
        var item = new TurnItem(Kept("Half an") with { State = kept });

        Assert.Equal((shown, false, "Half an"), (item.State, item.IsArriving, item.Text));
    }

    [Fact]
    public void A_kept_turn_shows_its_own_facts_and_failure()
    {
        var (facts, failure) = (_reply.Meter.Read(), new ReplyFailure(null, "It broke."));

        var item = new TurnItem(Kept("") with { State = ReplyState.Failed, Facts = facts, Failure = failure });

        Assert.Equal((facts, failure), (item.Facts, item.Failure));
    }

    [Fact]
    public void While_a_reply_fills_it_the_reply_knows_best()
    {
        var item = new TurnItem(Kept("What was there before") with { Failure = new ReplyFailure(null, "What was wrong before.") }, _reply);

        _reply.Append(new ReplyEvent.Text("New"));

        Assert.Equal((ReplyState.Streaming, true, "New", null), (item.State, item.IsArriving, item.Text, item.Failure));
    }

    [Fact]
    public void How_the_reply_ended_is_how_the_turn_did()
    {
        var item = new TurnItem(Kept("") with { State = ReplyState.Working }, _reply);
        _reply.Meter.Answered("scripted", null, null);

        _reply.Fail(new ReplyFailure(null, "It broke."));

        Assert.Equal((ReplyState.Failed, false, "It broke.", "scripted"), (item.State, item.IsArriving, item.Failure?.Message, item.Facts?.Model));
    }

    private static Turn Kept(string text) => new("answer", TurnRole.Assistant, text) { Kind = ChatService.Kind };
}
