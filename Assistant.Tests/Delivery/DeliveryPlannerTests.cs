using Assistant.Core;
using Assistant.Core.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Delivery;

public sealed class DeliveryPlannerTests
{
    private static readonly DeliveryRequest YesOrNo = new(new Assignment("chat", "Is this thread-safe?"), []);
    private static readonly DeliveryRequest Essay = new(new Assignment("chat", "Implement an LRU cache"), []);

    private readonly UsageHistory _history = new();
    private readonly EndpointProfile _endpoint = new();

    [Fact]
    public void A_short_answer_is_one_call_and_says_so()
    {
        var plan = Plan(YesOrNo);

        Assert.False(plan.IsStreamed);
        Assert.Equal("one call, short answer expected (a yes or no, about 50 tokens)", plan.Reason);
    }

    [Fact]
    public void A_long_answer_is_streamed_and_says_so()
    {
        var plan = Plan(Essay);

        Assert.True(plan.IsStreamed);
        Assert.Equal("streamed, long answer expected (code to be written, about 700 tokens)", plan.Reason);
    }

    [Fact]
    public void A_slow_endpoint_streams_what_it_cannot_write_in_a_second()
    {
        _endpoint.SawSpeed(outputTokens: 300, writing: TimeSpan.FromSeconds(10));

        var plan = Plan(YesOrNo);

        Assert.True(plan.IsStreamed);
        Assert.Contains("this endpoint writes about 30 tokens a second", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fast_endpoint_does_not_raise_the_border()
    {
        _endpoint.SawSpeed(outputTokens: 20_000, writing: TimeSpan.FromSeconds(10));

        Assert.True(Plan(Essay).IsStreamed);
    }

    [Theory]
    [InlineData(DeliveryChoice.Sync, false, "one call, as asked")]
    [InlineData(DeliveryChoice.Stream, true, "streamed, as asked")]
    public void What_the_caller_chose_is_done(DeliveryChoice choice, bool isStreamed, string reason)
    {
        var plan = Plan(Essay with { Choice = choice });

        Assert.Equal((isStreamed, reason), (plan.IsStreamed, plan.Reason));
    }

    [Fact]
    public void Answers_that_were_short_turn_a_stream_into_one_call()
    {
        var explanation = new DeliveryRequest(new Assignment("chat", "Explain this"), []);
        for (var i = 0; i < 5; i++)
        {
            _history.Record(Owner.Local, "chat", OutputEstimator.Estimate(explanation.Assignment), 120);
        }

        Assert.False(Plan(explanation).IsStreamed);
    }

    [Fact]
    public void Reasons_fit_into_a_header()
    {
        _endpoint.SawSpeed(outputTokens: 300, writing: TimeSpan.FromSeconds(10));

        Assert.All([Plan(YesOrNo), Plan(Essay)], plan => Assert.All(plan.Reason, character => Assert.InRange(character, ' ', '~')));
    }

    private DeliveryPlan Plan(DeliveryRequest request) =>
        new DeliveryPlanner(_history, Options.Create(new DeliveryOptions())).Plan(request, Owner.Local, _endpoint);
}
