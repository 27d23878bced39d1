using Assistant.Core.Replies;

namespace Assistant.Web.Components.Latency;

/// <summary>
/// Where the time of one reply went; the stages add up to its full cycle. The browser's and the server's clocks are never compared, only the lengths
/// that each measured by itself.
/// </summary>
public sealed record StageTimes(TimeSpan Page, TimeSpan Before, TimeSpan FirstByte, TimeSpan Writing, TimeSpan Wait, TimeSpan After)
{
    public TimeSpan Whole => Tax + FirstByte + Writing + Wait;

    /// <summary>Neither the model's time nor a wait before a retry: what the Assistant, the browser and the network added.</summary>
    public TimeSpan Tax => Page + Before + After;

    /// <param name="cycle">From the press to the paint.</param>
    /// <param name="timing">What the server measured.</param>
    public static StageTimes Of(TimeSpan cycle, ReplyTiming timing)
    {
        var before = timing.Before ?? TimeSpan.Zero;
        var firstByte = timing.FirstByte ?? timing.Model;
        return new StageTimes(
            AtLeastZero(cycle - timing.Total),
            before,
            firstByte,
            AtLeastZero(timing.Model - firstByte),
            timing.Wait,
            AtLeastZero(timing.Overhead - before));
    }

    public TimeSpan Of(Stage stage) => stage switch
    {
        Stage.Page => Page,
        Stage.Before => Before,
        Stage.FirstByte => FirstByte,
        Stage.Writing => Writing,
        Stage.Wait => Wait,
        Stage.After => After,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static TimeSpan AtLeastZero(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
