using System.Text.RegularExpressions;

namespace Assistant.Core.CSharp;

/// <summary>Takes the name out of what a person says around it: "the `Total` method in Basket" is Basket.Total.</summary>
public static partial class SpokenName
{
    private const string Kinds = "methods?|functions?|class|type|property|field|variable|parameter|interface|record|struct|enum|constant|symbol";

    /// <summary>The name; empty for words that only point ("it", "this method", "the code").</summary>
    public static string Of(string words)
    {
        var name = Quoted().Match(words) is { Success: true } quoted && quoted.Length > words.Length / 3 ? quoted.Groups["name"].Value : Bare(words);
        var plain = Brackets().Replace(name, "").Trim();
        return Owner().Match(plain) is { Success: true } owned ? $"{owned.Groups["owner"]}.{owned.Groups["name"]}" : plain;
    }

    /// <summary>A name that is yet to be given, as it was said.</summary>
    public static string New(string words) =>
        Quoted().Match(words) is { Success: true } quoted ? quoted.Groups["name"].Value : Place().Replace(words.Trim().TrimEnd('.'), "").Trim();

    /// <summary>Whether <paramref name="name"/> is written as only names are, so that nothing else can be meant.</summary>
    public static bool IsCertain(string name) => CertainName().IsMatch(name);

    private static string Bare(string words)
    {
        var name = Place().Replace(words.Trim().TrimEnd('.'), "");
        name = Behind().Replace(name, "");
        for (var shorter = ""; shorter != name;)
        {
            shorter = name;
            name = InFront().Replace(name, "").Trim();
        }

        return Pointing().IsMatch(name) ? "" : name;
    }

    [GeneratedRegex("""[`"'](?<name>[^`"'\n]+)[`"']""")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\s+(in|across|throughout|within|of) (this|the|my|our|all|whole|entire)( \w+)?( \w+)?$|"
        + @"\s+(here|everywhere|now|please|exactly|again|then|used|right now|ever|even|still|actually|really)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex($@"(?<=\w)\s+({Kinds}|constructor)$", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(
        $@"^(the|a|an|my|our|all|any|every|please|show|find|list|me|{Kinds}|local|called|named|calls to|uses of|"
        + @"(complexity|parameters?|arguments?|return (type|value)|type|signature|purpose|body|implementation|job|point|role|meaning) of)\s+",
        RegexOptions.IgnoreCase)]
    private static partial Regex InFront();

    [GeneratedRegex(
        @"^((this|that|these|those|the|it|its|they|them|he|she|here|there|everything|all|above|my|our|me|us|one|you|what|each|whole|entire|piece|of|"
        + @"snippet|code|file|program|script|class|method|function|type|thing|stuff|project|workspace|solution|repo|repository)\s*)+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\(.*?\)|<[^<>]*>|'s$")]
    private static partial Regex Brackets();

    [GeneratedRegex(
        $@"^(?<name>@?\w+)( ({Kinds}))? (in|of|from|on) (class |type |method |the )*(?<owner>\w+)( (class|type|method))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[\w.@]*([A-Z_.]|\d)[\w.@]*$")]
    private static partial Regex CertainName();
}
