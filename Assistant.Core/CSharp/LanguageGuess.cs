using System.Text.RegularExpressions;

namespace Assistant.Core.CSharp;

/// <summary>Tells C# with mistakes from text that is no C# at all.</summary>
public static partial class LanguageGuess
{
    private static readonly string[] NamesOfCSharp = ["c#", "csharp", "cs", "c sharp"];

    // Below this share of syntax errors per line it is worth treating the text as broken C#.
    private const double ErrorsPerLine = 0.5;

    // A language shows in its first few hundred lines.
    private const int CharactersThatTell = 20_000;

    /// <summary>Whether a person who says <paramref name="language"/> means C#.</summary>
    public static bool IsNameOfCSharp(string language) => NamesOfCSharp.Contains(language.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="code"/> looks like C#, going by its syntax errors and by the marks of other languages.</summary>
    public static bool IsCSharp(PastedCode code)
    {
        if (!code.HasSyntaxErrors)
        {
            return true;
        }

        var lines = code.Text.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));
        var start = code.Text.AsSpan(0, Math.Min(code.Text.Length, CharactersThatTell));
        var looksForeign = ForeignMark().IsMatch(start);
        var looksFamiliar = FamiliarMark().IsMatch(start);
        var hasPunctuation = code.Text.AsSpan().ContainsAny(';', '{', '(');
        return !looksForeign && (looksFamiliar || (hasPunctuation && code.SyntaxErrorCount < Math.Max(2, lines * ErrorsPerLine)));
    }

    [GeneratedRegex(
        """^(?>[ \t]*)(?:def \w+|import [\w{*"']|from [\w.]+ import|function\b|func \w|fn \w|(?:export )?(?:const|let) \w+\s*[:=]|#include|package \w|<[!?/a-z]|select\s|echo\s|elif\b|impl\b|print\(.*\)\r?$)""",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ForeignMark();

    [GeneratedRegex(
        """^(?>[ \t]*)(?:using [\w.= ]+;|namespace [\w.]+|(?:public|private|internal|protected|static|sealed|abstract|async)\s.*[\w>)\]]|(?:class|record|struct|interface|enum) \w+|var \w+ =)""",
        RegexOptions.Multiline)]
    private static partial Regex FamiliarMark();
}
