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

    /// <summary>Why a symbol has to keep its name, in a sentence: it has it from something that is not declared here. Nothing when it has not.</summary>
    public static string? WhyFixed(ISymbol symbol, Func<ISymbol, bool> declares)
    {
        var above = symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol handlers => handlers.OverriddenEvent,
            _ => (ISymbol?)null,
        };
        var contract = symbol.ContainingType?.AllInterfaces
            .SelectMany(type => type.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
        return new[] { above, contract }.FirstOrDefault(origin => origin is not null && !declares(origin.OriginalDefinition)) is { } foreign
            ? $"`{symbol.Name}` has its name from `{foreign.ContainingType.ToDisplayString()}`, which is not part of this code, so it has to keep it."
            : null;
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
