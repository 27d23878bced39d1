using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Voice.Sentences;

/// <summary>Tells the end of a sentence from the dots of abbreviations, initials and numbers, and from operators.</summary>
internal static partial class DotRules
{
    // Longer than any word that a rule knows, and the word in front of it.
    private const int WindowLength = 40;

    // Without those that are words, or units of time, as well ("mind", "ms").
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "etc", "vs", "cf", "viz", "al", "approx", "resp", "incl", "excl", "esp", "orig", "ph.d", "dr", "mr", "mrs", "prof", "st", "mt", "jr", "sr", "inc",
        "ltd", "corp", "dept", "usw", "bzw", "ca", "vgl", "ggf", "evtl", "inkl", "exkl", "bspw", "sog", "hr", "fr", "dipl", "mio", "mrd", "zzgl", "abzgl",
        "geb", "allg", "bsp", "eigtl", "urspr",
    };

    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nos", "nr", "fig", "figs", "eq", "eqs", "ch", "chap", "sec", "p", "pp", "vol", "art", "abb", "kap", "tab", "abs", "s", "v", "ver", "min",
        "ref", "refs", "ex", "max", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez",
    };

    /// <summary>Whether the end mark at <paramref name="mark"/> ends a sentence.</summary>
    /// <param name="next">What follows the mark and white space; nothing at the end of the text.</param>
    public static bool IsEnd(StringBuilder open, int mark, char? next)
    {
        var start = Math.Max(0, mark - WindowLength);
        var before = open.ToString(start, mark - start);
        var marks = MarksAt(open, mark);
        if (before.Length == 0 || char.IsWhiteSpace(before[^1]))
        {
            // French leaves a space before ! and ?, but no word is in front of an operator at the beginning, and no mark of its is repeated.
            return marks is "!" or "?" && before.TrimEnd() is { Length: > 0 } said && before.Length == said.Length + 1 && char.IsLetterOrDigit(said[^1]);
        }

        if (marks != ".")
        {
            // 1... 10 is a range.
            return !(marks is ".." or "..." or "…" && char.IsAsciiDigit(before[^1]) && next is >= '0' and <= '9');
        }

        var word = Word().Match(before).Value;
        return !(Abbreviations.Contains(word) || Initials().IsMatch(word))
            && !(next is >= '0' and <= '9' && BeforeNumbers.Contains(word))
            && !(next == 'B' && word == "z")
            && !(start == 0 && FirstNumber().IsMatch(before))
            && !GermanOrdinal().IsMatch(before);
    }

    private static string MarksAt(StringBuilder open, int mark)
    {
        var end = mark;
        while (end < open.Length && end - mark < WindowLength && open[end] is '.' or '!' or '?' or '…')
        {
            end++;
        }

        return open.ToString(mark, end - mark);
    }

    /// <summary>What is written in one with the mark, without what opens in front of it.</summary>
    [GeneratedRegex(@"[^\s(\[{<""'“”‘’„‚«»‹›*_`~/—–]*$")]
    private static partial Regex Word();

    /// <summary>J, R.R, e.g, z.B and the like: single letters, of which a lonely one is a capital. "5 ms." is no title.</summary>
    [GeneratedRegex(@"^(\p{Lu}|(\p{L}\.)+\p{L}|Ms)$")]
    private static partial Regex Initials();

    /// <summary>What numbers a step, with no words in front.</summary>
    [GeneratedRegex(@"^\W*(\d{1,3}(\.\d{1,3})*|\p{Ll})$")]
    private static partial Regex FirstNumber();

    /// <summary>As in "am 3. Oktober".</summary>
    [GeneratedRegex(@"\b([Aa]m|[Dd]er|[Dd]em|[Vv]om|[Zz]um|[Bb]eim|[Bb]is|[Aa]b|[Ss]eit|[Dd]es) \d{1,2}$")]
    private static partial Regex GermanOrdinal();
}
