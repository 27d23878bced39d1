using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Refactor;

/// <summary>Reads the words after the refactored code: a summary, and a list with a line for each change.</summary>
internal static partial class SummaryReader
{
    public static (string Summary, IReadOnlyList<CodeChange> Changes) Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var changes = lines.Select(line => ListItem().Match(line)).Where(item => item.Success).Select(ChangeOf).ToList();
        var summary = string.Join(' ', lines.Where(line => !ListItem().IsMatch(line) && !IsFence(line)));
        return (summary, changes);
    }

    private static CodeChange ChangeOf(Match item)
    {
        var line = item.Groups["line"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : (int?)null;
        return new CodeChange(item.Groups["id"] is { Success: true } id ? id.Value : null, item.Groups["title"].Value, line);
    }

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    /// <summary>"- IDE0044, line 14: what changed", the rule and the line being optional and perhaps emphasised.</summary>
    [GeneratedRegex(@"^(?:[-*+]|\d{1,3}[.)])\s+[*_`]*(?:(?<id>[A-Z]{2,4}\d{4})[*_`]*[,:]?\s*)?[*_`]*(?:[Ll]ines?\s+(?<line>\d{1,6})(?:\s*[-–]\s*\d{1,6})?[*_`]*\s*[:,–-]?[*_`]*\s*)?(?<title>\S.*)$")]
    private static partial Regex ListItem();
}
