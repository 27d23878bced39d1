using Assistant.Core.CSharp;
using Assistant.Core.Tools;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>Finds the one symbol that a name stands for and that may be called otherwise. Throws <see cref="ToolException"/>.</summary>
internal static class RenamedSymbol
{
    private const int MostShown = 12;

    public static ISymbol Find(Compilation compilation, string spoken, string newName)
    {
        var dot = spoken.LastIndexOf('.');
        var found = Named(compilation, new NameQuery(spoken[(dot + 1)..], withStarts: false), new SpelledName(spoken[..Math.Max(dot, 0)]).Letters);
        var targets = RenameTargets.Of(found);
        var symbol = targets switch
        {
            [var only] => only,
            [] => throw new ToolException($"No type or member is called {spoken}. Find its name with find_symbol; what is local to a method has to be edited."),
            _ => throw new ToolException($"{spoken} means {targets.Count} things:\n{string.Join('\n', targets.Take(MostShown).Select(Described))}\nSay which with its type in front."),
        };
        return (RenameTargets.WhyFixed(symbol, IsDeclared) ?? WhyTaken(symbol, newName)) is { } reason ? throw new ToolException(reason) : symbol;
    }

    private static List<ISymbol> Named(Compilation compilation, NameQuery query, string owner) =>
        compilation.GetSymbolsWithName(name => query.FitOf(new SpelledName(name)) is not null, SymbolFilter.TypeAndMember)
            .Where(symbol => IsDeclared(symbol) && (owner.Length == 0 || OwnerOf(symbol).EndsWith(owner, StringComparison.Ordinal)))
            .GroupBy(symbol => query.FitOf(new SpelledName(symbol.Name)))
            .MinBy(group => group.Key)?.ToList() ?? [];

    private static string OwnerOf(ISymbol symbol) => new SpelledName(symbol.ContainingSymbol.ToDisplayString()).Letters;

    private static bool IsDeclared(ISymbol symbol) => symbol.Locations.Any(place => place.IsInSource) && !symbol.IsImplicitlyDeclared;

    private static string? WhyTaken(ISymbol symbol, string newName)
    {
        var taken = symbol.Name == newName ? symbol
            : (symbol.ContainingSymbol as INamespaceOrTypeSymbol)?.GetMembers(newName).FirstOrDefault(IsDeclared)
            ?? (symbol.ContainingType?.Name == newName ? symbol.ContainingType : null);
        return taken is null ? null : taken == (object)symbol ? $"It is called {newName} already." : $"The name {newName} is taken: {Described(taken)}. Choose another.";
    }

    private static string Described(ISymbol symbol)
    {
        var place = symbol.Locations.First(location => location.IsInSource).GetLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1} {DeclaredNames.KindOf(symbol)} {symbol.ToDisplayString()}";
    }
}
