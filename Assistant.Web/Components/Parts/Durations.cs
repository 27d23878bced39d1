using System.Globalization;

namespace Assistant.Web.Components.Parts;

/// <summary>Durations with the digits that matter.</summary>
public static class Durations
{
    public static string Seconds(TimeSpan time) => Text(time.TotalSeconds < 10 ? $"{time.TotalSeconds:0.00} s" : (FormattableString)$"{time.TotalSeconds:0.0} s");

    /// <summary>Whole milliseconds below a second.</summary>
    public static string Brief(TimeSpan time) => time.TotalSeconds < 1 ? Text($"{Math.Max(0, time.TotalMilliseconds):0} ms") : Seconds(time);

    /// <summary>Tenths of milliseconds below ten of them.</summary>
    public static string Fine(TimeSpan time) => time.TotalMilliseconds < 10 ? Text($"{time.TotalMilliseconds:0.0} ms") : Brief(time);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
