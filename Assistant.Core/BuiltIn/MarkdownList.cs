using System.Text;

namespace Assistant.Core.BuiltIn;

/// <summary>Markdown that can be taken in at a glance.</summary>
public static class MarkdownList
{
    /// <summary>A panel is read, not studied: lines beyond this are counted.</summary>
    public const int MaxLines = 12;

    /// <summary>A heading, and a list line for each of <paramref name="items"/>.</summary>
    public static string Under(string heading, IEnumerable<string> items)
    {
        var lines = items.Select(item => $"- {item}").ToList();
        var text = new StringBuilder(heading);
        if (lines.Count > 0)
        {
            text.Append("\n\n").AppendJoin('\n', lines.Take(MaxLines));
        }

        return lines.Count > MaxLines ? text.Append($"\n- and {lines.Count - MaxLines} more").ToString() : text.ToString();
    }

    /// <summary>Names in one line: <c>a</c>, <c>b</c> and more.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxLines).Select(Code)) + (names.Count > MaxLines ? " and more" : "");

    /// <summary>"line 3" or "lines 3, 5 and more".</summary>
    public static string Lines(IEnumerable<int> lines)
    {
        var distinct = lines.Distinct().ToList();
        var shown = string.Join(", ", distinct.Take(MaxLines)) + (distinct.Count > MaxLines ? " and more" : "");
        return distinct.Count == 1 ? $"line {shown}" : $"lines {shown}";
    }

    /// <summary>Code within a line, whatever backticks are in it.</summary>
    public static string Code(string code) => code.Contains('`', StringComparison.Ordinal) ? $"`` {code} ``" : $"`{code}`";
}
