using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;

namespace Assistant.Tests.Components.Parts;

public sealed class QuietLineTests
{
    [Fact]
    public void It_names_the_model_the_delivery_the_tokens_and_the_time_in_this_order()
    {
        var facts = Facts(total: 1234, model: 1222) with { Model = "gpt-x", DeliveryReason = "streamed, long answer expected", Usage = new TokenUsage(10, 1500) };

        Assert.Equal(["gpt-x", "streamed, long answer expected", "1,500 tokens", "1.23 s, 12 ms not the model"], QuietLine.Of(facts, ReplyState.Done, null));
    }

    [Fact]
    public void Of_the_reason_only_what_was_done_is_said() =>
        Assert.Equal("one call, short answer expected", QuietLine.Of(Facts(total: 8) with { DeliveryReason = "one call, short answer expected (yes or no, about 40 tokens)" }, ReplyState.Done, null).First());

    [Fact]
    public void What_is_not_known_is_left_out() => Assert.Equal(["0.01 s, 8 ms not the model"], QuietLine.Of(Facts(total: 8), ReplyState.Failed, null));

    [Fact]
    public void An_answer_that_was_stopped_says_so_first() => Assert.Equal("stopped", QuietLine.Of(Facts(total: 8), ReplyState.Stopped, null).First());

    [Theory]
    [InlineData(1, false, "1 token")]
    [InlineData(0, false, "0 tokens")]
    [InlineData(512, true, "≈ 512 tokens")]
    public void Tokens_that_nobody_counted_are_marked_as_a_guess(long output, bool isEstimate, string text) =>
        Assert.Equal(text, QuietLine.Of(Facts(total: 8) with { Usage = new TokenUsage(10, output, isEstimate) }, ReplyState.Done, null).First());

    [Theory]
    [InlineData(9_990, 9_000, 0, "9.99 s, 990 ms not the model")]
    [InlineData(12_345, 12_345, 0, "12.3 s, 0 ms not the model")]
    [InlineData(12_345, 2_000, 4_000, "12.3 s, 6.35 s not the model")]
    [InlineData(10, 12, 0, "0.01 s, 0 ms not the model")]
    public void Time_has_the_digits_that_matter_and_a_wait_is_not_ours(int total, int model, int wait, string text) =>
        Assert.Equal(text, QuietLine.Of(Facts(total, model, wait), ReplyState.Done, null).Last());

    [Theory]
    [InlineData(860, 830, 819, 0, "0.86 s to the screen, 41 ms not the model")]
    [InlineData(5_000, 4_900, 800, 4_000, "5.00 s to the screen, 200 ms not the model")]
    public void Where_the_page_saw_all_of_it_the_whole_wait_is_told(int cycle, int total, int model, int wait, string text) =>
        Assert.Equal(text, QuietLine.Of(Facts(total, model, wait), ReplyState.Done, TimeSpan.FromMilliseconds(cycle)).Last());

    private static ReplyFacts Facts(int total, int model = 0, int wait = 0) => new(
        null,
        null,
        null,
        null,
        null,
        new ReplyTiming(TimeSpan.FromMilliseconds(total), TimeSpan.FromMilliseconds(model), null, TimeSpan.FromMilliseconds(wait), null, null, null));
}
