using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>
/// Reads <c>x-ratelimit-{limit,remaining,reset}</c> headers: OpenAI's and Groq's (<c>-requests</c>, <c>-tokens</c>, resets such as "6m0s"), Cerebras'
/// (<c>-requests-day</c>, <c>-tokens-minute</c>, resets in seconds) and the bare ones (resets as a moment).
/// </summary>
internal static partial class RateLimitHeaders
{
    private const string Prefix = "x-ratelimit-";

    // Larger numbers are moments, counted in seconds or in milliseconds since 1970.
    private const double FirstMomentInSeconds = 1e9;
    private const double FirstMomentInMilliseconds = 1e12;

    private static readonly TimeSpan LongestReset = TimeSpan.FromDays(366);

    public static RateLimits? Read(IEnumerable<KeyValuePair<string, string>> headers, TimeProvider time)
    {
        List<Named>? named = null;
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Name().Match(name) is { Success: true } match)
            {
                (named ??= []).Add(new Named(match.Groups["of"].Value.ToLowerInvariant(), match.Groups["what"].Value.ToLowerInvariant(), value));
            }
        }

        return named is null ? null : new RateLimits([.. named.GroupBy(header => header.Of).Select(limit => LimitOf(limit, time))], time.GetUtcNow());
    }

    /// <summary>"7.5" (seconds), "250ms", "6m0s", "1h2m", or a moment; none when it is something else.</summary>
    public static TimeSpan? Duration(string text, TimeProvider time)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return Span(
                number >= FirstMomentInMilliseconds ? (number / 1000) - time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d
                : number >= FirstMomentInSeconds ? number - time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d
                : number);
        }

        var parts = Parts().Match(text.Trim());
        return parts.Success && parts.Length > 0 ? Span(parts.Groups["part"].Captures.Sum(part => Seconds(part.Value))) : null;
    }

    private static RateLimit LimitOf(IGrouping<string, Named> headers, TimeProvider time)
    {
        string? Value(string what) => headers.FirstOrDefault(header => header.What == what)?.Value;
        return new RateLimit(Words(headers.Key), Count(Value("limit")), Count(Value("remaining")), Value("reset") is { } reset ? Duration(reset, time) : null);
    }

    private static string Words(string of) => of switch
    {
        "" => "requests",
        _ => PerTime().Replace(of.Replace('-', ' '), " a $1"),
    };

    // Some send a fraction, or a limit with its window: "100, 100;w=60".
    private static long? Count(string? text) =>
        double.TryParse(text?.Split(',', ';')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? (long)number
            : null;

    private static double Seconds(string part)
    {
        var unit = part.TrimStart("0123456789.".ToCharArray());
        var number = double.Parse(part[..^unit.Length], CultureInfo.InvariantCulture);
        return number * unit switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, _ => 86_400 };
    }

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestReset.TotalSeconds));

    [GeneratedRegex("^x-ratelimit-(?<what>limit|remaining|reset)(-(?<of>[a-z-]+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<part>\d{1,9}(\.\d+)?(ms|d|h|m|s))+$")]
    private static partial Regex Parts();

    [GeneratedRegex(" (second|minute|hour|day|month)$")]
    private static partial Regex PerTime();

    private sealed record Named(string Of, string What, string Value);
}
