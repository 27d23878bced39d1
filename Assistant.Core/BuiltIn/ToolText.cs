using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// Reads what tools answer a model. Their layout is made for reading, not for parsing, so it is read leniently: a file may come with a number
/// and a tab, a colon or a bar in front of each line; paths stand in lines with anything around them.
/// </summary>
public static partial class ToolText
{
    /// <summary>
    /// The text of a file that was read from its first line on; nothing when it is not whole, since what is written back must not lose the rest.
    /// </summary>
    public static string? FileIn(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var numbered = lines.ConvertAll(line => Numbered().Match(line));
        if (numbered.Count == 0 || !numbered[0].Success)
        {
            return Cut().IsMatch(text) ? null : text;
        }

        var numbers = numbered.Select(match => match.Groups["number"].Value);
        return numbers.SequenceEqual(Enumerable.Range(1, lines.Count).Select(number => $"{number}"))
            ? string.Concat(numbered.Select(match => match.Groups["line"].Value + "\n"))
            : null;
    }

    /// <summary>The C# files named in <paramref name="text"/> that people wrote.</summary>
    public static IReadOnlyList<string> CSharpFilesIn(string text) =>
        [.. SourceFile().Matches(text).Select(match => match.Value).Where(path => !Generated().IsMatch(path)).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\s*(?<number>\d+)(\t|: ?| ?\| ?|→)(?<line>.*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\W*(\.\.\.|…|truncated|\d+ more lines|lines \d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Cut();

    [GeneratedRegex(@"[\w./\\@+-]*[\w+-]\.cs\b")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"(^|[/\\])(obj|bin)[/\\]|\.(g|g\.i|designer|generated)\.cs$", RegexOptions.IgnoreCase)]
    private static partial Regex Generated();
}
