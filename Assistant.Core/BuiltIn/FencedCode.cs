using System.Text;

namespace Assistant.Core.BuiltIn;

/// <summary>A block of code between fences in a message.</summary>
/// <param name="Language">What stands after the opening fence; empty when nothing does.</param>
/// <param name="Code">Without the fences and without the line break before the closing one.</param>
public sealed record FencedCode(string Language, string Code)
{
    private const int ShortestFence = 3;

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

    private static int LongestRunOfTicks(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string WithoutLastBreak(StringBuilder code)
    {
        var text = code.ToString();
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
    }
}
