using Assistant.Core;
using Assistant.Core.Replies;
using Assistant.Web.Components.Latency;

namespace Assistant.Tests.Components.Latency;

public sealed class LatencyLogTests
{
    private static readonly ReplyTiming Nothing = new(TimeSpan.Zero, TimeSpan.Zero, null, TimeSpan.Zero, null, null, null);

    private readonly LatencyLog _log = new();

    [Fact]
    public void It_keeps_the_last_ones()
    {
        for (var i = 1; i <= LatencyLog.Kept + 2; i++)
        {
            _log.Add(Owner.Local, TimeSpan.FromSeconds(i), Nothing);
        }

        var kept = _log.Read(Owner.Local);

        Assert.Equal(LatencyLog.Kept, kept.Count);
        Assert.Equal((3, LatencyLog.Kept + 2), (kept[0].Whole.TotalSeconds, kept[^1].Whole.TotalSeconds));
    }

    [Fact]
    public void Nobody_sees_another_persons()
    {
        _log.Add(Owner.Local, TimeSpan.FromSeconds(1), Nothing);

        Assert.Empty(_log.Read(new Owner("somebody else")));
    }
}
