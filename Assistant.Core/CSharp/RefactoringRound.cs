using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>
/// Puts edits that were all worked out for the same text together, as many as hold. When some do not, halving finds which, so that one
/// that is refused costs a few checks and not one for each of the others.
/// </summary>
public sealed class RefactoringRound(RefactoringStep from, StepCheck check, RuleFix fix, RefusedHits refused)
{
    private ImmutableArray<RuleEdit> _kept = [];
    private RefactoringStep? _last;

    /// <summary>The text with everything that holds up to now.</summary>
    public RefactoringStep Last => _last ?? from;

    /// <summary>Works the fixes out and keeps those that hold. What touches an edit that was kept is left for another round.</summary>
    public async Task FixAsync(IReadOnlyList<RuleShare> shares, CancellationToken cancellationToken)
    {
        var edits = new ImmutableArray<RuleEdit>[shares.Count];
        await Parallel.ForAsync(0, shares.Count, cancellationToken, async (i, stop) =>
            edits[i] = await fix.FixAsync(from.Document, shares[i].Rule, shares[i].Hits, stop));
        var root = await from.Document.GetSyntaxRootAsync(cancellationToken);
        for (var i = 0; i < shares.Count; i++)
        {
            var offered = edits[i].SelectMany(edit => edit.Hits).ToHashSet();
            Refuse(shares[i].Rule, shares[i].Hits.Where(hit => !offered.Contains(hit)), root!);
        }

        await KeepAsync([.. edits.SelectMany(edit => edit)], root!, cancellationToken);
    }

    private async Task KeepAsync(ImmutableArray<RuleEdit> edits, SyntaxNode root, CancellationToken cancellationToken)
    {
        var open = new Stack<ImmutableArray<RuleEdit>>([edits]);
        while (open.TryPop(out var some))
        {
            var next = Untouched(some);
            if (next.IsEmpty)
            {
                continue;
            }

            if (await check.TryAsync(from, [.. _kept, .. next], cancellationToken) is { } step)
            {
                _last = step;
                _kept = [.. _kept, .. next];
            }
            else if (next is [{ Hits: [_] } single])
            {
                Refuse(single.Rule, single.Hits, root);
            }
            else if (next is [var all])
            {
                open.Push(await fix.FixOneByOneAsync(from.Document, all.Rule, all.Hits, cancellationToken));
            }
            else
            {
                open.Push(next[(next.Length / 2)..]);
                open.Push(next[..(next.Length / 2)]);
            }
        }
    }

    private ImmutableArray<RuleEdit> Untouched(ImmutableArray<RuleEdit> edits)
    {
        var free = new List<RuleEdit>();
        free.AddRange(edits.Where(edit => !_kept.Any(edit.Touches) && !free.Exists(edit.Touches)));
        return [.. free];
    }

    private void Refuse(StockRule rule, IEnumerable<Diagnostic> hits, SyntaxNode root)
    {
        foreach (var hit in hits)
        {
            refused.Add(rule, hit, root);
        }
    }
}
