using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>Shares the places of one round out among the rules: each goes to the first rule that found something there, the others look again.</summary>
internal static class RuleShares
{
    public static IEnumerable<(StockRule Rule, ImmutableArray<Diagnostic> Hits)> Of(IReadOnlyList<StockRule> rules, ILookup<StockRule, Diagnostic> hits)
    {
        var isEarly = hits.Any(found => !found.Key.ComesLast);
        var taken = new List<TextSpan>();
        foreach (var rule in rules.Where(rule => !(rule.ComesLast && isEarly)))
        {
            var free = hits[rule].Where(hit => !taken.Exists(span => span.IntersectsWith(hit.Location.SourceSpan))).ToImmutableArray();
            taken.AddRange(free.Select(hit => hit.Location.SourceSpan));
            if (free.Length > 0)
            {
                yield return (rule, free);
            }
        }
    }
}
