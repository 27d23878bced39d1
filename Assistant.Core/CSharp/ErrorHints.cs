using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Finds what was probably meant where the compiler does not know a name.</summary>
public sealed class ErrorHints(CodeModel model, CancellationToken cancellationToken)
{
    /// <summary>What to write instead, in one sentence; nothing where that would only be a guess.</summary>
    public string? For(Diagnostic error)
    {
        var node = model.Root.FindNode(error.Location.SourceSpan);
        var name = node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault();
        return name is null ? null : error.Id switch
        {
            "CS1061" or "CS0117" => Meant(name, MembersAt(name)),
            "CS0246" => UsingFor(name) ?? Meant(name, NamesAt<ITypeSymbol>(name)),
            "CS0103" => UsingFor(name) ?? Meant(name, NamesAt<ISymbol>(name)),
            _ => null,
        };
    }

    private IEnumerable<string> MembersAt(SimpleNameSyntax name)
    {
        var owner = name.Parent is MemberAccessExpressionSyntax access ? access.Expression : null;
        var type = owner is null ? null
            : model.Semantics.GetTypeInfo(owner, cancellationToken).Type ?? model.Semantics.GetSymbolInfo(owner, cancellationToken).Symbol as ITypeSymbol;
        return type is null ? [] : model.Semantics.LookupSymbols(name.SpanStart, type, includeReducedExtensionMethods: true).Select(symbol => symbol.Name);
    }

    private IEnumerable<string> NamesAt<T>(SimpleNameSyntax name)
        where T : ISymbol =>
        model.Semantics.LookupSymbols(name.SpanStart).Where(symbol => symbol is T && model.Declares(symbol)).Select(symbol => symbol.Name);

    private string? UsingFor(SimpleNameSyntax name) =>
        FrameworkNames.NamespacesOf(name.Identifier.ValueText, model.Semantics.Compilation).FirstOrDefault() is { } space
            ? $"Write `using {space};` at the top."
            : null;

    // Two letters of difference in a long name are a slip; in a short one they are another name.
    private static string? Meant(SimpleNameSyntax name, IEnumerable<string> candidates)
    {
        var written = name.Identifier.ValueText;
        var nearest = candidates.Distinct().Where(candidate => candidate != written).MinBy(candidate => NameParts.Distance(written, candidate));
        return nearest is not null && NameParts.Distance(written, nearest) <= Math.Min(2, written.Length / 3) ? $"Did you mean `{nearest}`?" : null;
    }
}
