using System.Globalization;

namespace Assistant.Core.CSharp;

/// <summary>What may have been said where speech recognition wrote words of everyday: "sequel v two" is sql v2.</summary>
internal static class HeardName
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["jason"] = "json",
        ["sequel"] = "sql",
        ["cash"] = "cache",
        ["cue"] = "queue",
        ["q"] = "queue",
        ["sink"] = "sync",
        ["gooey"] = "gui",
        ["bite"] = "byte",
        ["bites"] = "bytes",
        ["right"] = "write",
        ["sell"] = "cell",
        ["eye"] = "i",
        ["pars"] = "parse",
        ["underscore"] = "",
        ["dash"] = "",
        ["dot"] = "",
    };

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The same words with others in place of those that no name has, and digits in place of numbers.</summary>
    public static string Of(string spoken)
    {
        var words = NameParts.Of(spoken);
        return string.Join(' ', words.Select((word, index) => Written(word, index == 0 ? "" : words[index - 1], index == words.Count - 1 ? "" : words[index + 1])));
    }

    // "Sixty four" is 64, and "two fifty six", with or without the hundred, 256.
    private static string Written(string word, string before, string after)
    {
        var (small, ten) = (Array.IndexOf(Small, word), Array.IndexOf(Tens, word));
        return small >= 0 ? small.ToString(CultureInfo.InvariantCulture)
            : ten >= 0 ? (IsUnit(after) ? ten + 2 : (ten + 2) * 10).ToString(CultureInfo.InvariantCulture)
            : word == "hundred" && Array.IndexOf(Small, before) > 0 ? (Small.Contains(after) || Tens.Contains(after) ? "" : "00")
            : Meant.GetValueOrDefault(word, word);
    }

    private static bool IsUnit(string word) => Array.IndexOf(Small, word) is > 0 and < 10;
}
