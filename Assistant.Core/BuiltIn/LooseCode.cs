using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>Parts code from the words around it in a message that has no fences: people paste as it comes.</summary>
public static partial class LooseCode
{
    /// <summary>The words, and the code from the first line of it to the last; no code where no line looks like some.</summary>
    public static (string Words, string? Code) In(string message)
    {
        var lines = message.Split('\n');
        var first = Array.FindIndex(lines, IsCode);
        if (first < 0)
        {
            return (message, null);
        }

        var last = Array.FindLastIndex(lines, IsCode);
        var (before, start) = Split(lines[first]);
        var words = lines[..first].Append(before).Concat(lines[(last + 1)..]);
        return (string.Join('\n', words).Trim(), string.Join('\n', lines[(first + 1)..(last + 1)].Prepend(start)).Trim('\r', '\n'));
    }

    private static (string Words, string Code) Split(string line) =>
        Introduction().Match(line) is { Success: true } match ? (match.Groups["words"].Value, match.Groups["code"].Value) : ("", line);

    private static bool IsCode(string line) =>
        CodeLine().IsMatch(line) || (Introduction().Match(line) is { Success: true } match && OneLiner().IsMatch(match.Groups["code"].Value));

    // A question in words ends with a question mark or a colon before code on the same line.
    [GeneratedRegex("""^(?<words>[^;{}=`"()]{2,200}?[:?])\s+(?<code>\S.*)$""")]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"[;{}]\s*(//.*)?\r?$|^\s*(using \w[\w.= ]*;|namespace [\w.]+|\[\w+[\]\(]|"
        + @"(public|private|internal|protected|static|sealed|abstract) .*[\w>)\]]\r?$|(class|record|struct|interface|enum) [A-Z]\w*)")]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"=>|[;{}]|\w+\(.*\)|\b(class|struct|record|enum|interface) [A-Z]")]
    private static partial Regex OneLiner();
}
