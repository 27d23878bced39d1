using Assistant.Core.Replies;
using Assistant.Web.Components.Latency;

namespace Assistant.Tests.Components.Latency;

public sealed class StageTimesTests
{
    [Fact]
    public void A_cycle_falls_into_stages_that_add_up_to_it()
    {
        var times = StageTimes.Of(Milliseconds(700), Timing(total: 660, model: 100, firstByte: 80, wait: 500, before: 5));

        Assert.Equal(
            [40, 5, 80, 20, 500, 55],
            Enum.GetValues<Stage>().Select(stage => times.Of(stage).TotalMilliseconds));
        Assert.Equal((Milliseconds(700), Milliseconds(100)), (times.Whole, times.Tax));
    }

    [Fact]
    public void A_model_that_never_answered_leaves_all_its_time_to_the_first_byte()
    {
        var times = StageTimes.Of(Milliseconds(120), Timing(total: 110, model: 100));

        Assert.Equal((Milliseconds(100), TimeSpan.Zero), (times.FirstByte, times.Writing));
    }

    [Fact]
    public void A_server_that_worked_on_after_the_paint_makes_no_stage_negative() =>
        Assert.Equal(TimeSpan.Zero, StageTimes.Of(Milliseconds(99), Timing(total: 100, model: 90)).Page);

    private static ReplyTiming Timing(int total, int model, int? firstByte = null, int wait = 0, int? before = null) =>
        new(Milliseconds(total), Milliseconds(model), Known(firstByte), Milliseconds(wait), null, null, null) { Before = Known(before) };

    private static TimeSpan? Known(int? milliseconds) => milliseconds is { } known ? Milliseconds(known) : null;

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
