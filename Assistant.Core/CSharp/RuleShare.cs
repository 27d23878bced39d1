using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>What one rule found and may fix in a round.</summary>
public sealed record RuleShare(StockRule Rule, ImmutableArray<Diagnostic> Hits)
{
    /// <summary>Shares the places out: each goes to the first rule that found something there, the others look again in the next round.</summary>
    public static IEnumerable<RuleShare> Of(IEnumerable<RuleShare> found)
    {
        var taken = new List<TextSpan>();
        foreach (var share in found)
        {
            var free = share.Hits.RemoveAll(hit => taken.Exists(span => span.IntersectsWith(hit.Location.SourceSpan)));
            taken.AddRange(free.Select(hit => hit.Location.SourceSpan));
            if (free.Length > 0)
            {
                yield return share with { Hits = free };
            }
        }
    }
}
