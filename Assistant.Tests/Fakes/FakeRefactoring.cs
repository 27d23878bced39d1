using System.Text.RegularExpressions;

namespace Assistant.Tests.Fakes;

/// <summary>A small edit that is always the same: obvious types become var, blanks at line ends go; where there are none, a last line is added.</summary>
public static partial class FakeRefactoring
{
    /// <summary>The code in a fence, then one line for each change.</summary>
    public static string Answer(string language, string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').ToList();
        var changes = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = ObviousType().Replace(lines[i], "${indent}var ${rest}").TrimEnd();
            if (line != lines[i])
            {
                changes.Add($"- line {i + 1}: {(line == lines[i].TrimEnd() ? "no blanks at the end" : "use var")}");
            }

            lines[i] = line;
        }

        if (changes.Count == 0)
        {
            lines.Add("");
            changes.Add($"- line {lines.Count}: end with a line break");
        }

        return $"```{language}\n{string.Join('\n', lines)}\n```\n\n{string.Join('\n', changes)}\n";
    }

    [GeneratedRegex(@"^(?<indent>\s+)(int|string|bool|double|long) (?<rest>\w+ = )")]
    private static partial Regex ObviousType();
}
