using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Assistant.Tests.Fakes;

/// <summary>Realistic Markdown of any length, always the same: headings, paragraphs, lists, tables and C# code.</summary>
public static partial class FakeMarkdown
{
    private static readonly string[] Things = ["cache", "parser", "queue", "session", "index", "scheduler", "router", "ledger"];
    private static readonly string[] Traits = ["short-lived", "ordered", "read-mostly", "shared", "bounded", "lazy", "append-only"];

    // Hundreds of answers that begin at once must not wait for the fake.
    private static readonly ConcurrentDictionary<int, IReadOnlyList<string>> Known = new();

    /// <summary>The first so many tokens of an endless text. A token is a short run of letters with the blank before it, or one sign.</summary>
    public static IReadOnlyList<string> Tokens(int count) => Known.GetOrAdd(count, FirstTokens);

    public static IReadOnlyList<string> TokensOf(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    private static List<string> FirstTokens(int count)
    {
        var tokens = new List<string>(count);
        for (var section = 0; tokens.Count < count; section++)
        {
            tokens.AddRange(Token().Matches(Section(section)).Select(match => match.Value));
        }

        tokens.RemoveRange(count, tokens.Count - count);
        return tokens;
    }

    private static string Section(int number)
    {
        var thing = Things[number % Things.Length];
        var trait = Traits[number % Traits.Length];
        var type = char.ToUpperInvariant(thing[0]) + thing[1..];
        var part = (number % 3) switch { 0 => Code(type), 1 => Lists(thing, trait), _ => Table(type, number) };
        return $"""
            ## {number + 1}. The {thing}

            A **{trait}** {thing} keeps what it owns in one place. It never hands out its list, so nobody can change it from outside;
            callers ask `{type}.Find` and get a copy. That is slower by a few nanoseconds and saves an afternoon of searching.

            {part}


            """;
    }

    private static string Code(string type) => $$"""
        ```csharp
        public sealed class {{type}}
        {
            private readonly List<string> _items = [];

            public void Add(string item) => _items.Add(item);

            public string? Find(string start)
            {
                foreach (var item in _items)
                {
                    if (item.StartsWith(start, StringComparison.Ordinal))
                    {
                        return item;
                    }
                }

                return null;
            }
        }
        ```
        """;

    private static string Lists(string thing, string trait) => $"""
        * It is {trait} by design, and says so in its name.
        * Its tests need no clock.
        * A second {thing} costs nothing.

        1. Write the {thing} down.
        2. Read it back.
        3. Compare both – they must be equal ✓
        """;

    private static string Table(string type, int number) => $"""
        | {type} | Reads | Writes |
        | --- | ---: | ---: |
        | small | {number * 7 + 12} | {number + 3} |
        | large | {number * 90 + 250} | {number * 4 + 9} |

        > Measure before you tune: the numbers above are from one run.
        """;

    [GeneratedRegex(@"[ ]?[\p{L}\p{Nd}]{1,7}|\n+|[ ]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
