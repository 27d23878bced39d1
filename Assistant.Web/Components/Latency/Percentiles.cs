namespace Assistant.Web.Components.Latency;

/// <summary>Of many durations the one in the middle, and those that only 5 % and 1 % exceed. Each is one that was measured (nearest rank).</summary>
public sealed record Percentiles(TimeSpan P50, TimeSpan P95, TimeSpan P99)
{
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Percentiles Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count, nameof(times));
        return new Percentiles(At(sorted, 50), At(sorted, 95), At(sorted, 99));
    }

    private static TimeSpan At(List<TimeSpan> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
