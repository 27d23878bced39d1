using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Core.Auditing;

/// <summary>An entry as it stands in the file.</summary>
internal static class AuditLine
{
    /// <summary>In characters; a run may have touched thousands of files.</summary>
    private const int LongestDetail = 4000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // it is read by people and by programs, never by a browser
    };

    public static string Of(DateTimeOffset time, AuditEntry entry) => JsonSerializer.Serialize(
        new Line(
            time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            entry.Kind,
            entry.Owner?.Id,
            entry.Address,
            entry.Details.ToDictionary(detail => detail.Key, detail => Short(detail.Value))),
        Json);

    private static string Short(string detail) => detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail;

    private sealed record Line(string Time, string Kind, string? Owner, string? Address, Dictionary<string, string> Details);
}
