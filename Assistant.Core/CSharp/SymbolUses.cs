using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Finds where pasted code uses a name, by what the compiler binds it to rather than by how it is spelled.</summary>
public sealed class SymbolUses(CodeModel model)
{
    /// <summary>The uses of any of <paramref name="symbols"/>, and of what they override or implement, in the order of the code.</summary>
    public ImmutableArray<SymbolUse> Of(IReadOnlyCollection<ISymbol> symbols, CancellationToken cancellationToken)
    {
        var meant = symbols.SelectMany(WithBases).ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
        var names = meant.Select(symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        return Describe(Names().Where(name => names.Contains(name.Identifier.ValueText) && Bound(name, cancellationToken).Any(meant.Contains)));
    }

    /// <summary>The uses of a name the code does not declare, and the symbol behind it where the compiler knows one.</summary>
    public (ImmutableArray<SymbolUse> Uses, ISymbol? Symbol) OfForeign(string spoken, CancellationToken cancellationToken)
    {
        var name = spoken[(spoken.LastIndexOf('.') + 1)..];
        var places = Names().Where(place => place.Identifier.ValueText.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return (Describe(places), places.SelectMany(place => Bound(place, cancellationToken)).FirstOrDefault());
    }

    /// <summary>What the compiler takes <paramref name="name"/> for; several when it could not decide.</summary>
    public IEnumerable<ISymbol> Bound(SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        var info = model.Semantics.GetSymbolInfo(name, cancellationToken);
        return (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols).Select(Original);
    }

    private static ISymbol Original(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    /// <summary>The symbol, what it overrides, and what it implements.</summary>
    public static IEnumerable<ISymbol> WithBases(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = Overridden(current))
        {
            yield return current;
        }

        var type = symbol.ContainingType;
        var interfaces = symbol is IMethodSymbol or IPropertySymbol or IEventSymbol ? type?.AllInterfaces ?? [] : [];
        foreach (var member in interfaces.SelectMany(contract => contract.GetMembers(symbol.Name)))
        {
            if (SymbolEqualityComparer.Default.Equals(type!.FindImplementationForInterfaceMember(member), symbol))
            {
                yield return member.OriginalDefinition;
            }
        }
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        _ => null,
    };

    private IEnumerable<SimpleNameSyntax> Names() => model.Root.DescendantNodes().OfType<SimpleNameSyntax>();

    private ImmutableArray<SymbolUse> Describe(IEnumerable<SimpleNameSyntax> places) =>
        [.. places.Select(Describe).DistinctBy(use => (use.Line, use.How))];

    private SymbolUse Describe(SimpleNameSyntax name)
    {
        var line = model.LineOf(name);
        var isType = SyntaxFacts.IsInTypeOnlyContext(name) || model.Semantics.GetSymbolInfo(name).Symbol is ITypeSymbol;
        return new SymbolUse(line, MemberNames.Around(name, model.Code), HowOf(name, isType), model.TextOf(line));
    }

    private static string HowOf(SimpleNameSyntax name, bool isType)
    {
        SyntaxNode whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            QualifiedNameSyntax qualified => qualified,
            _ => name,
        };
        return whole.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == whole => "calls",
            ObjectCreationExpressionSyntax => "creates",
            AssignmentExpressionSyntax assignment when assignment.Left == whole =>
                assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? "writes" : "changes",
            PrefixUnaryExpressionSyntax unary when IsStep(unary) => "changes",
            PostfixUnaryExpressionSyntax unary when IsStep(unary) => "changes",
            _ => isType || IsNameOf(whole) ? "names" : "reads",
        };
    }

    private static bool IsStep(ExpressionSyntax expression) => expression.Kind() is SyntaxKind.PreIncrementExpression
        or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;

    private static bool IsNameOf(SyntaxNode node) =>
        node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
