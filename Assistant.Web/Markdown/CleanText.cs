using System.Text;

namespace Assistant.Web.Markdown;

/// <summary>Text without what no page can show: half surrogate pairs and NUL become U+FFFD, and every line ends with <c>\n</c>.</summary>
internal static class CleanText
{
    public static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        .Replace('\0', '\uFFFD')
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n');

    /// <summary>How much of the text can be cleaned before more arrives: its last character may be half of something.</summary>
    public static int CompleteLength(ReadOnlySpan<char> text) =>
        text is [.., var last] && (last == '\r' || char.IsHighSurrogate(last)) ? text.Length - 1 : text.Length;
}
