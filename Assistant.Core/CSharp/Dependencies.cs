using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Finds what a piece of code uses that it does not declare.</summary>
public static class Dependencies
{
    public static ImmutableArray<UsedNamespace> Of(CodeModel model, CancellationToken cancellationToken) =>
    [
        .. model.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name is not IdentifierNameSyntax { IsVar: true })
            .Select(name => TypeBehind(model.Semantics.GetSymbolInfo(name, cancellationToken).Symbol))
            .OfType<INamedTypeSymbol>()
            .Where(type => type.TypeKind != TypeKind.Error && !type.DeclaringSyntaxReferences.Any() && type.ContainingNamespace is { IsGlobalNamespace: false })
            .Select(type => (Space: type.ContainingNamespace.ToDisplayString(), type.Name))
            .GroupBy(type => type.Space, type => type.Name, StringComparer.Ordinal)
            .OrderBy(space => space.Key, StringComparer.Ordinal)
            .Select(space => new UsedNamespace(space.Key, [.. space.Distinct().Order(StringComparer.Ordinal)])),
    ];

    private static INamedTypeSymbol? TypeBehind(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol { SpecialType: SpecialType.None } type => type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { ReducedFrom: not null } extension => extension.ContainingType,
        _ => null,
    };
}
