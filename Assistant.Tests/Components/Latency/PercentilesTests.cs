using Assistant.Web.Components.Latency;

namespace Assistant.Tests.Components.Latency;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(20, 10, 19, 20)]
    [InlineData(100, 50, 95, 99)]
    [InlineData(500, 250, 475, 495)]
    public void Each_is_one_of_those_that_were_measured(int count, int p50, int p95, int p99) =>
        Assert.Equal(
            new Percentiles(TimeSpan.FromSeconds(p50), TimeSpan.FromSeconds(p95), TimeSpan.FromSeconds(p99)),
            Percentiles.Of(Enumerable.Range(1, count).Reverse().Select(number => TimeSpan.FromSeconds(number))));

    [Fact]
    public void Nothing_has_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Percentiles.Of([]));
}
