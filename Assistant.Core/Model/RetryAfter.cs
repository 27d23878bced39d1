using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>
/// How long an endpoint asks to be left alone: <c>retry-after-ms</c>, <c>retry-after</c> in seconds or as a date, the reset of a limit that is used up, or
/// "try again in 7.5s" in its words.
/// </summary>
internal static partial class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static TimeSpan? Read(Func<string, string?> header, RateLimits? limits, EndpointError error, TimeProvider time) =>
        Asked(header, time) ?? limits?.WaitWhenUsedUp ?? Said(error.Words, time);

    private static TimeSpan? Asked(Func<string, string?> header, TimeProvider time) =>
        Number(header("retry-after-ms")) is { } milliseconds ? Wait(milliseconds / 1000)
        : Number(header("retry-after")) is { } seconds ? Wait(seconds)
        : DateTimeOffset.TryParse(header("retry-after"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Wait((date - time.GetUtcNow()).TotalSeconds)
        : null;

    private static TimeSpan? Said(string? words, TimeProvider time) =>
        words is not null && TryAgainIn().Match(words) is { Success: true } said ? RateLimitHeaders.Duration(said.Groups["time"].Value.Replace(" ", ""), time) : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));

    [GeneratedRegex(@"\b(try again|retry) (in|after) (?<time>(\d{1,9}(\.\d+)? ?(ms|d|h|m|s) ?)+)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex TryAgainIn();
}
