using System.Globalization;

namespace Assistant.Core.Model;

/// <summary>How long an endpoint asks to be left alone: <c>retry-after-ms</c>, or <c>retry-after</c> in seconds or as a date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static TimeSpan? Read(Func<string, string?> header, TimeProvider time) =>
        Number(header("retry-after-ms")) is { } milliseconds ? Wait(milliseconds / 1000)
        : Number(header("retry-after")) is { } seconds ? Wait(seconds)
        : DateTimeOffset.TryParse(header("retry-after"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Wait((date - time.GetUtcNow()).TotalSeconds)
        : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
