using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Assistant.Core.Model;

/// <summary>
/// Text that arrives as a row of JSON strings. An endpoint may cut it anywhere, also inside a surrogate pair or a UTF-8 sequence, so a half character is
/// held back until its other half arrives.
/// </summary>
internal sealed class JsonText
{
    // A decoder may still give what it held back from the piece before.
    private const int Slack = 8;

    private readonly Decoder _utf8 = Encoding.UTF8.GetDecoder();
    private char? _highSurrogate;
    private bool _cutInsideUtf8;

    /// <summary>One string that stands alone.</summary>
    public static string Decode(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (IsPlain(raw))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new JsonText();
        return text.Read(raw) + text.End();
    }

    /// <summary>What can be shown once this piece has arrived.</summary>
    public string Read(JsonElement value) => Read(JsonMarshal.GetRawUtf8Value(value)[1..^1]);

    /// <summary>The same for the raw bytes between the quotes.</summary>
    public string Read(ReadOnlySpan<byte> raw)
    {
        if (_highSurrogate is null && !_cutInsideUtf8 && IsPlain(raw))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var chars = ArrayPool<char>.Shared.Rent(raw.Length + Slack);
        var text = new string(chars, 0, Unescape(raw, chars));
        ArrayPool<char>.Shared.Return(chars);
        return text;
    }

    /// <summary>A half character that never got its other half.</summary>
    public string End()
    {
        Span<char> chars = stackalloc char[Slack];
        var count = _utf8.GetChars([], chars, flush: true);
        var halves = (_highSurrogate is null ? "" : "\uFFFD") + new string(chars[..count]);
        _highSurrogate = null;
        return halves;
    }

    private static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\') && Utf8.IsValid(raw);

    private int Unescape(ReadOnlySpan<byte> raw, Span<char> chars)
    {
        var count = 0;
        if (_highSurrogate is { } held)
        {
            chars[count++] = held;
            _highSurrogate = null;
        }

        while (raw.IndexOf((byte)'\\') is >= 0 and var escape)
        {
            count += _utf8.GetChars(raw[..escape], chars[count..], flush: true);
            chars[count++] = Escaped(raw[escape..], out var length);
            raw = raw[(escape + length)..];
        }

        count += _utf8.GetChars(raw, chars[count..], flush: false);
        _cutInsideUtf8 |= !Utf8.IsValid(raw);
        return WithWholePairs(chars[..count]);
    }

    private static char Escaped(ReadOnlySpan<byte> escape, out int length)
    {
        length = Math.Min(2, escape.Length);
        switch (escape.Length > 1 ? escape[1] : (byte)'\\')
        {
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'u' when escape.Length >= 6
                && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                length = 6;
                return (char)unit;
            default: return (char)escape[length - 1];
        }
    }

    // The last half of a pair waits for the next piece; a half with no other half becomes the replacement character.
    private int WithWholePairs(Span<char> chars)
    {
        if (chars is [.., var last] && char.IsHighSurrogate(last))
        {
            _highSurrogate = last;
            chars = chars[..^1];
        }

        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(chars[i]))
            {
                chars[i] = '\uFFFD';
            }
        }

        return chars.Length;
    }
}
