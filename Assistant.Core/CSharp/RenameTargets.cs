using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>
/// Tells how many things a name stands for. Overloads are renamed together, and so is what overrides or implements one another: there the
/// implementation stands for all, since from it its own overloads are found as well as the interface.
/// </summary>
public static class RenameTargets
{
    public static IReadOnlyList<ISymbol> Of(IReadOnlyList<ISymbol> found)
    {
        var overloads = found.GroupBy(symbol => (symbol.ContainingSymbol, symbol.Kind, symbol.Name), KeyComparer.Instance).ToList();
        var lowest = overloads.Where(group => !overloads.Exists(other => other != group && IsBelow(other, group))).ToList();
        var areOne = overloads.Exists(group => lowest.TrueForAll(other => IsBelow(other, group)));
        return [.. lowest.Take(areOne ? 1 : lowest.Count).Select(group => group.First())];
    }

    private static bool IsBelow(IEnumerable<ISymbol> symbols, IEnumerable<ISymbol> others) =>
        symbols.SelectMany(SymbolUses.WithBases).Intersect(others, SymbolEqualityComparer.Default).Any();

    private sealed class KeyComparer : IEqualityComparer<(ISymbol Owner, SymbolKind Kind, string Name)>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals((ISymbol Owner, SymbolKind Kind, string Name) x, (ISymbol Owner, SymbolKind Kind, string Name) y) =>
            x.Kind == y.Kind && x.Name == y.Name && SymbolEqualityComparer.Default.Equals(x.Owner, y.Owner);

        public int GetHashCode((ISymbol Owner, SymbolKind Kind, string Name) key) => key.Name.GetHashCode(StringComparison.Ordinal);
    }
}
