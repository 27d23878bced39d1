using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Delivery;

/// <summary>A block of code between fences in a message, as prompts and answers carry it.</summary>
/// <param name="Language">What stands after the opening fence; empty when nothing does.</param>
/// <param name="Code">Without the fences and without the line break before the closing one.</param>
public sealed partial record FencedCode(string Language, string Code)
{
    private const int ShortestFence = 3;

    /// <summary>The request with the code it is about above it, where there is some.</summary>
    public static string Above(string request, string? code, string? language) => string.IsNullOrWhiteSpace(code)
        ? request
        : $"Given this code:\n\n{new FencedCode(TagOf(language), code.TrimEnd('\r', '\n'))}\n\n{request}";

    /// <summary>A language as Markdown's readers know it, in one word: "C#" is "csharp".</summary>
    public static string TagOf(string? language) => language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "plain text" => "",
        "c#" or "cs" => "csharp",
        "c++" => "cpp",
        "f#" => "fsharp",
        "visual basic" or "vb" => "vb",
        "shell" => "bash",
        { } other => SpacesAndTicks().Replace(other, "-"),
    };

    /// <summary>The blocks of a message, and its text without them. A fence that is never closed runs to the end.</summary>
    public static (IReadOnlyList<FencedCode> Blocks, string Words) In(string message)
    {
        var blocks = new List<FencedCode>();
        var rest = new StringBuilder();
        var code = new StringBuilder();
        var language = "";
        var fence = 0;
        foreach (var line in message.Split('\n'))
        {
            var ticks = TicksAt(line);
            if (fence == 0 && ticks >= ShortestFence)
            {
                (fence, language) = (ticks, line.Trim().Trim('`').Trim());
            }
            else if (fence > 0 && ticks >= fence && line.Trim().Length == ticks)
            {
                blocks.Add(new FencedCode(language, WithoutLastBreak(code)));
                code.Clear();
                fence = 0;
            }
            else
            {
                (fence > 0 ? code : rest).Append(line).Append('\n');
            }
        }

        if (fence > 0 && code.Length > 0)
        {
            blocks.Add(new FencedCode(language, WithoutLastBreak(code)));
        }

        return (blocks, rest.ToString().Trim());
    }

    /// <summary>The code between fences that nothing inside it can close.</summary>
    public override string ToString()
    {
        var fence = new string('`', Math.Max(ShortestFence, LongestRunOfTicks(Code) + 1));
        var lineBreak = Code.EndsWith('\n') ? "" : "\n";
        return $"{fence}{Language}\n{Code}{lineBreak}{fence}";
    }

    private static int TicksAt(string line)
    {
        var words = line.AsSpan().TrimStart();
        return words.Length - words.TrimStart('`').Length;
    }

    private static int LongestRunOfTicks(string code) => Ticks().Matches(code).Select(run => run.Length).DefaultIfEmpty(0).Max();

    private static string WithoutLastBreak(StringBuilder code)
    {
        var text = code.ToString();
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
    }

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"[\s`]+")]
    private static partial Regex SpacesAndTicks();
}
