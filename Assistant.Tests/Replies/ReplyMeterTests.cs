using Assistant.Core.Replies;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Replies;

public sealed class ReplyMeterTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void What_is_neither_the_model_nor_a_wait_is_overhead()
    {
        var meter = new ReplyMeter(_time);
        Pass(5);
        meter.CallSent();
        Pass(80);
        meter.Arrived();
        Pass(20);
        meter.Arrived();
        meter.CallEnded();
        meter.WaitStarted();
        Pass(500);
        meter.WaitEnded();
        Pass(2);

        var timing = meter.Read().Timing;

        Assert.Equal((607, 100, 80, 500, 7), Milliseconds(timing));
    }

    [Fact]
    public void What_came_before_the_first_call_is_known_by_itself()
    {
        var meter = new ReplyMeter(_time);
        Assert.Null(meter.Read().Timing.Before);
        Pass(5);
        meter.CallSent();
        Pass(80);
        meter.CallEnded();
        meter.CallSent();
        meter.CallEnded();

        Assert.Equal(TimeSpan.FromMilliseconds(5), meter.Read().Timing.Before);
    }

    [Fact]
    public void Several_calls_are_added_up_and_the_first_byte_is_the_first_calls()
    {
        var meter = new ReplyMeter(_time);
        for (var call = 0; call < 2; call++)
        {
            meter.CallSent();
            Pass(50 + call);
            meter.Arrived();
            meter.CallEnded();
            meter.Answered("model", call == 0 ? "length" : "stop", new TokenUsage(10, 5));
            meter.Reported(TimeSpan.FromMilliseconds(1), null, TimeSpan.FromMilliseconds(2));
        }

        var facts = meter.Read();

        Assert.Equal((101, 101, 50, 0, 0), Milliseconds(facts.Timing));
        Assert.Equal(new TokenUsage(20, 10), facts.Usage);
        Assert.Equal(("stop", TimeSpan.FromMilliseconds(2), null), (facts.FinishReason, facts.Timing.Queue, facts.Timing.Prompt));
    }

    [Fact]
    public void A_call_that_is_still_running_counts_as_the_models_time()
    {
        var meter = new ReplyMeter(_time);
        meter.CallSent();
        Pass(30);

        Assert.Equal(TimeSpan.Zero, meter.Read().Timing.Overhead);
    }

    [Fact]
    public void An_estimate_makes_the_sum_an_estimate()
    {
        var meter = new ReplyMeter(_time);
        meter.Answered("model", "length", new TokenUsage(10, 5));
        meter.Answered("model", "stop", new TokenUsage(0, 7, IsEstimate: true));

        Assert.Equal(new TokenUsage(10, 12, IsEstimate: true), meter.Read().Usage);
    }

    private void Pass(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private static (double Total, double Model, double FirstByte, double Wait, double Overhead) Milliseconds(ReplyTiming timing) => (
        timing.Total.TotalMilliseconds, timing.Model.TotalMilliseconds, timing.FirstByte!.Value.TotalMilliseconds,
        timing.Wait.TotalMilliseconds, timing.Overhead.TotalMilliseconds);
}
