using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>Knows in which namespace .NET has a type, for code that forgot to say so.</summary>
public static class FrameworkNames
{
    // All pasted code is compiled against the same references, so the names are read once for the process.
    private static volatile ILookup<string, string>? _namespaces;

    /// <summary>The namespaces with a public type called <paramref name="name"/>, the shortest first.</summary>
    public static IEnumerable<string> NamespacesOf(string name, Compilation compilation) =>
        (_namespaces ??= Read(compilation))[name].OrderBy(space => space.Length).ThenBy(space => space, StringComparer.Ordinal);

    private static ILookup<string, string> Read(Compilation compilation) => compilation.References
        .Select(compilation.GetAssemblyOrModuleSymbol)
        .OfType<IAssemblySymbol>()
        .SelectMany(assembly => TypesIn(assembly.GlobalNamespace))
        .Where(type => type.DeclaredAccessibility == Accessibility.Public)
        .Select(type => (type.Name, Space: type.ContainingNamespace.ToDisplayString()))
        .Distinct()
        .ToLookup(type => type.Name, type => type.Space, StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));
}
