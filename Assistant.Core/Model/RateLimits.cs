namespace Assistant.Core.Model;

/// <summary>What an endpoint lets one key do, as its last answer said.</summary>
/// <param name="All">Each limit it named, in its own order; never empty.</param>
/// <param name="At">When it said so.</param>
public sealed record RateLimits(IReadOnlyList<RateLimit> All, DateTimeOffset At)
{
    /// <summary>The limit that will be reached first, by the share that is left.</summary>
    public RateLimit Tightest => All.MinBy(limit => limit.Share ?? 1)!;

    /// <summary>How long until those limits that are used up are filled again; none when none is, or the endpoint did not say.</summary>
    public TimeSpan? WaitWhenUsedUp => All.Where(limit => limit.IsUsedUp).Max(limit => limit.Reset);

    /// <summary>For people: "59,000 of 60,000 tokens a minute, 14,399 of 14,400 requests a day".</summary>
    public override string ToString() => string.Join(", ", All);
}
