using System.Text.Json;

namespace Assistant.Core.Model;

/// <summary>Saves the text of a whole answer that was cut off in transit.</summary>
internal static class CutAnswer
{
    /// <summary>The content as far as it arrived; none when these bytes are not the beginning of JSON.</summary>
    public static string? Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body, isFinalBlock: false, default);
        var text = "";
        var isContent = false;
        try
        {
            while (json.Read())
            {
                if (isContent && json.TokenType == JsonTokenType.String)
                {
                    text = new JsonText().Read(json.ValueSpan);
                }

                isContent = json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("content"u8);
            }
        }
        catch (JsonException)
        {
            return null;
        }

        var rest = body[(int)json.BytesConsumed..].TrimStart(": \r\n\t"u8);
        return isContent && rest is [(byte)'"', ..] ? new JsonText().Read(WithoutHalfEscape(rest[1..])) : text;
    }

    // A cut may leave "\" or "\u00" at the end.
    private static ReadOnlySpan<byte> WithoutHalfEscape(ReadOnlySpan<byte> raw)
    {
        var backslash = raw.LastIndexOf((byte)'\\');
        var length = backslash >= 0 && backslash + 1 < raw.Length && raw[backslash + 1] == 'u' ? 6 : 2;
        var isEscaped = backslash > 0 && raw[..backslash].Length - raw[..backslash].TrimEnd((byte)'\\').Length is var before && before % 2 == 1;
        return backslash >= 0 && !isEscaped && backslash + length > raw.Length ? raw[..backslash] : raw;
    }
}
