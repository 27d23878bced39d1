using System.Globalization;

namespace Assistant.Core.Settings;

/// <summary>
/// Turns the text of a setting into its value, or says how it has to be written. Durations are hh:mm:ss[.fff] only: .NET itself would read a bare 5
/// as five days.
/// </summary>
public static class SettingValue
{
    private static readonly string[] DurationFormats =
        [@"h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF", @"d\.hh\:mm\:ss", @"d\.hh\:mm\:ss\.FFFFFFF"];

    /// <summary>The value, or in <paramref name="advice"/> the end of a sentence that begins with the key and the text.</summary>
    public static object? Parse(string text, Type type, out string? advice)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        object? value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(TimeSpan) => Duration(text),
            _ when type == typeof(Uri) => WebAddress(text),
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member) ? member : null,
            _ => throw new NotSupportedException($"A setting cannot be of type {type.Name}."),
        };

        advice = value is null ? Advice(type) : null;
        return value;
    }

    private static TimeSpan? Duration(string text) =>
        TimeSpan.TryParseExact(text, DurationFormats, CultureInfo.InvariantCulture, out var duration) ? duration : null;

    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { UserInfo: "", Host: not "" }
            ? address
            : null;

    private static string Advice(Type type) => type switch
    {
        _ when type == typeof(TimeSpan) => "write a duration as hh:mm:ss, for example 00:01:00",
        _ when type == typeof(Uri) => "write an address that starts with http:// or https:// and holds no password",
        _ when type == typeof(bool) => "write true or false",
        _ when type == typeof(double) => "write a number, for example 0.5",
        _ when type.IsEnum => $"write one of {string.Join(", ", Enum.GetNames(type))}",
        _ => "write a whole number, for example 3",
    };
}
