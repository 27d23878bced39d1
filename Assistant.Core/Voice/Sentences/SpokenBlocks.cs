using System.Text.RegularExpressions;

namespace Assistant.Core.Voice.Sentences;

/// <summary>Takes away what makes blocks of lines: the marks of headings, quotes and lists, rules, and the bars of tables. A line break is a space.</summary>
internal static partial class SpokenBlocks
{
    public static string Of(string text, bool beginsLine) =>
        string.Join(' ', text.Split('\n', '\r').Select((line, index) => Wordless().IsMatch(line) ? "" : Words(line, index == 0 ? beginsLine ? Item() : Bullet() : null)));

    // A later line that looks like an item is none, or it would be a sentence of its own; and a number in the middle of a line numbers nothing.
    private static string Words(string line, Regex? item)
    {
        var words = Quote().Replace(line, "");
        words = item?.Replace(words, "") ?? words;
        return words.StartsWith('#') ? Heading().Replace(words, "")
            : words.StartsWith('|') ? string.Join(", ", words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            : words;
    }

    /// <summary>A rule, the line under a heading or under the head of a table, or where a named link leads.</summary>
    [GeneratedRegex(@"^[\s>:|*_=-]*$|^[\s>]*\[[^\[\]]+\]:\s")]
    private static partial Regex Wordless();

    [GeneratedRegex(@"^(?:\s*>)*\s*")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ xX]\]\s+)?")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:[-*+]\s+)*(?:\[[ xX]\]\s+)?")]
    private static partial Regex Bullet();

    /// <summary>What begins a heading, and what may close it.</summary>
    [GeneratedRegex(@"^#{1,6}\s+|\s#+\s*$")]
    private static partial Regex Heading();
}
