using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Tests.Fakes;

/// <summary>Realistic Markdown of any length, always the same: headings, paragraphs, lists, tables and C# code.</summary>
public static partial class FakeMarkdown
{
    private static readonly string[] Things = ["cache", "parser", "queue", "session", "index", "scheduler", "router", "ledger"];
    private static readonly string[] Traits = ["short-lived", "ordered", "read-mostly", "shared", "bounded", "lazy", "append-only"];

    /// <summary>The first so many tokens of an endless text. A token is a short run of letters with the blank before it, or one sign.</summary>
    public static IReadOnlyList<string> Tokens(int count)
    {
        var tokens = new List<string>(count);
        for (var section = 0; tokens.Count < count; section++)
        {
            tokens.AddRange(Token().Matches(Section(section)).Select(match => match.Value));
        }

        tokens.RemoveRange(count, tokens.Count - count);
        return tokens;
    }

    public static IReadOnlyList<string> TokensOf(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    private static string Section(int number)
    {
        var thing = Things[number % Things.Length];
        var trait = Traits[number % Traits.Length];
        var type = char.ToUpperInvariant(thing[0]) + thing[1..];
        var text = new StringBuilder();
        text.Append($"## {number + 1}. The {thing}\n\n");
        text.Append($"A **{trait}** {thing} keeps what it owns in one place. It never hands out its list, so nobody can change it from outside; ");
        text.Append($"callers ask `{type}.Find` and get a copy. That is slower by a few nanoseconds and saves an afternoon of searching.\n\n");
        switch (number % 3)
        {
            case 0:
                text.Append($"```csharp\npublic sealed class {type}\n{{\n    private readonly List<string> _items = [];\n\n");
                text.Append($"    public void Add(string item) => _items.Add(item);\n\n    public string? Find(string start)\n    {{\n");
                text.Append("        foreach (var item in _items)\n        {\n            if (item.StartsWith(start, StringComparison.Ordinal))\n            {\n");
                text.Append("                return item;\n            }\n        }\n\n        return null;\n    }\n}\n```\n\n");
                break;
            case 1:
                text.Append($"* It is {trait} by design, and says so in its name.\n* Its tests need no clock.\n* A second {thing} costs nothing.\n\n");
                text.Append($"1. Write the {thing} down.\n2. Read it back.\n3. Compare both – they must be equal ✓\n\n");
                break;
            default:
                text.Append($"| {type} | Reads | Writes |\n| --- | ---: | ---: |\n| small | {number * 7 + 12} | {number + 3} |\n| large | {number * 90 + 250} | {number * 4 + 9} |\n\n");
                text.Append("> Measure before you tune: the numbers above are from one run.\n\n");
                break;
        }

        return text.ToString();
    }

    [GeneratedRegex(@"[ ]?[\p{L}\p{Nd}]{1,7}|\n+|[ ]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
