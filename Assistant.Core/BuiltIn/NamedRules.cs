using System.Text.RegularExpressions;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Rules of Refactor by what people call them.</summary>
public static partial class NamedRules
{
    private static readonly (string Words, string[] Ids)[] Names =
    [
        (@"file[- ]?scoped( namespaces?)?", ["IDE0161"]),
        (@"readonly|read-only", ["IDE0044"]),
        (@"(unused|unnecessary|superfluous|redundant|unneeded) (usings?|imports?)", ["IDE0005"]),
        (@"braces", ["IDE0011"]),
        (@"collection (expressions?|initiali[sz]ers?)", ["IDE0028", "IDE0300", "IDE0301", "IDE0303", "IDE0304", "IDE0306"]),
        (@"object initiali[sz]ers?", ["IDE0017"]),
        (@"switch expressions?", ["IDE0066"]),
        (@"using declarations?|simple usings?", ["IDE0063"]),
        (@"expression[- ]bod(y|ied|ies)", ["IDE0025", "IDE0026", "IDE0027", "IDE0053"]),
        (@"is null", ["IDE0041"]),
        (@"pattern[- ]matching|patterns", ["IDE0019", "IDE0020", "IDE0078", "IDE0083"]),
        (@"(null )?coalesc(e|ing)", ["IDE0029", "IDE0030", "IDE0074", "IDE0270", "RCS1173"]),
        (@"compound assignments?", ["IDE0054", "IDE0074"]),
        (@"target[- ]typed new", ["IDE0090"]),
        (@"static local functions?", ["IDE0062"]),
        (@"nameof", ["IDE0082", "IDE0280"]),
        (@"auto[- ]?propert(y|ies)", ["IDE0032"]),
        (@"TryGetValue", ["CA1854"]),
        (@"ThrowIfNull|throw helpers?", ["CA1510", "CA1513"]),
    ];

    /// <summary>The ids of the rules that <paramref name="request"/> wants applied; none when it wants something else.</summary>
    public static IReadOnlyList<string> In(string request)
    {
        var known = StockRules.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var named = Names.Where(name => IsSaid(name.Words, request)).SelectMany(name => name.Ids);
        var numbered = Id().Matches(request).Select(match => match.Value.ToUpperInvariant());
        return Wish().IsMatch(request) ? [.. numbered.Concat(named).Where(known.Contains).Distinct()] : [];
    }

    private static bool IsSaid(string words, string request) =>
        Regex.IsMatch(request, $@"\b({words})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    [GeneratedRegex(
        @"^\W*((please|now|can you|could you|would you|will you|i want( you)? to|let's|i'd like( you)? to)\W+)*"
        + @"(use|apply|convert|switch|make|prefer|change|turn|replace|remove|add|enforce|fix|refactor|migrate|move|clean up|run)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(IDE|RCS|CA|MA)\d{4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
