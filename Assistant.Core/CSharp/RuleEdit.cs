using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>What the fix of one rule does to a text, for one place or for several at once.</summary>
public sealed record RuleEdit(StockRule Rule, ImmutableArray<Diagnostic> Hits, ImmutableArray<TextChange> Changes)
{
    /// <summary>Where a fix changes something: what it changes together, an analyzer may report at each of its parts, naming all of them every time.</summary>
    public static string PlacesOf(Diagnostic hit) => string.Join(
        ' ', (hit.AdditionalLocations.Count > 1 ? hit.AdditionalLocations : [hit.Location]).Select(location => location.SourceSpan));

    /// <summary>Whether both change the same place. Such edits are not made together: each was worked out without the other.</summary>
    public bool Touches(RuleEdit other) => Changes.Any(change => other.Changes.Any(theirs => theirs.Span.IntersectsWith(change.Span)));

    /// <summary>The places that the edit really changes; a fixer may pass over some of those it was given.</summary>
    public IReadOnlyList<Diagnostic> ChangedHits(SyntaxNode root)
    {
        var changed = Hits.Where(hit => IsChanged(hit, root)).ToList();
        return changed.Count > 0 ? changed : [Hits[0]];
    }

    private bool IsChanged(Diagnostic hit, SyntaxNode root)
    {
        var places = hit.AdditionalLocations.Where(place => place.SourceTree == root.SyntaxTree).Prepend(hit.Location);
        return places.Select(place => root.FindNode(place.SourceSpan).Owner().FullSpan)
            .Any(span => Changes.Any(change => span.IntersectsWith(change.Span)));
    }
}
