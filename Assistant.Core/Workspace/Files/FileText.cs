using System.Text;
using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Files;

/// <summary>The text of a file, and how to turn it back into the same bytes.</summary>
public sealed record FileText(string Text, FileEncoding Encoding)
{
    /// <summary>How many bytes tell whether a file is text: git looks at as many for a zero.</summary>
    public const int BinaryBytes = 8000;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictLatin1 = System.Text.Encoding.GetEncoding("latin1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Nothing for bytes that are no text.</summary>
    public static FileText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (IsBinary(bytes))
        {
            return null;
        }

        var encoding = MarkOf(bytes);
        try
        {
            return new FileText(Of(encoding).GetString(bytes[Mark(encoding).Length..]), encoding);
        }
        catch (DecoderFallbackException)
        {
            return encoding == FileEncoding.Utf8 ? new FileText(StrictLatin1.GetString(bytes), FileEncoding.Latin1) : null;
        }
    }

    /// <summary>Whether the first bytes of a file say that it holds no text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> start) =>
        MarkOf(start) is not (FileEncoding.Utf16LittleEndian or FileEncoding.Utf16BigEndian) && start[..Math.Min(start.Length, BinaryBytes)].Contains((byte)0);

    /// <summary>What the first bytes of a file say of its encoding; UTF-8 where they say nothing.</summary>
    public static FileEncoding MarkOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => FileEncoding.Utf8WithBom,
        [0xFF, 0xFE, 0, 0, ..] => FileEncoding.Utf8, // UTF-32, which nobody writes; its zeros make it binary.
        [0xFF, 0xFE, ..] => FileEncoding.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => FileEncoding.Utf16BigEndian,
        _ => FileEncoding.Utf8,
    };

    /// <summary>Throws <see cref="ToolException"/> when the text has characters that the file's encoding cannot hold.</summary>
    public byte[] Encode()
    {
        try
        {
            return [.. Mark(Encoding), .. Of(Encoding).GetBytes(Text)];
        }
        catch (EncoderFallbackException)
        {
            throw new ToolException(Encoding == FileEncoding.Latin1
                ? "The file is in Latin-1, which has no character for some of the new text: write it with other characters."
                : "The new text has half a character in it (a lone surrogate).");
        }
    }

    private static Encoding Of(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf16LittleEndian => Utf16,
        FileEncoding.Utf16BigEndian => Utf16Big,
        FileEncoding.Latin1 => StrictLatin1,
        _ => Utf8,
    };

    private static ReadOnlySpan<byte> Mark(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8WithBom => [0xEF, 0xBB, 0xBF],
        FileEncoding.Utf16LittleEndian => [0xFF, 0xFE],
        FileEncoding.Utf16BigEndian => [0xFE, 0xFF],
        _ => [],
    };
}
