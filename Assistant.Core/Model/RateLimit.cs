using System.Globalization;

namespace Assistant.Core.Model;

/// <summary>One limit of an endpoint.</summary>
/// <param name="Of">What is counted, and over what time where the endpoint says so: "requests", "tokens a minute".</param>
/// <param name="Limit">How many there are in all.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="Reset">How long until all are there again, counted from the answer that said so.</param>
public sealed record RateLimit(string Of, long? Limit, long? Remaining, TimeSpan? Reset)
{
    // The last few tokens are too few for a request, so they are as good as none.
    private const double LeastUsefulShare = 0.01;

    /// <summary>What is left, between 0 and 1; none when the endpoint did not say.</summary>
    public double? Share => Remaining is not { } left ? null : Limit is > 0 and var all ? Math.Clamp((double)left / all, 0, 1) : left > 0 ? null : 0;

    /// <summary>Nothing of use is left; where the endpoint names a reset and nothing else, that is what it means.</summary>
    public bool IsUsedUp => Share is { } share ? share < LeastUsefulShare : Remaining is null && Reset is not null;

    public override string ToString() => (Remaining, Limit) switch
    {
        ({ } left, { } all) => string.Create(CultureInfo.InvariantCulture, $"{left:N0} of {all:N0} {Of}"),
        ({ } left, null) => string.Create(CultureInfo.InvariantCulture, $"{left:N0} {Of}"),
        (null, { } all) => string.Create(CultureInfo.InvariantCulture, $"at most {all:N0} {Of}"),
        _ => $"some {Of}",
    };
}
