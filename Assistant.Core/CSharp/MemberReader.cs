using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Tells what one member or type of a piece of code does, from what the compiler binds in it.</summary>
public sealed class MemberReader(CodeModel model, CancellationToken cancellationToken)
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType);

    public MemberStory Read(ISymbol symbol)
    {
        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var body = declaration.DescendantNodes().ToList();
        var span = declaration.GetLocation().GetLineSpan();
        return new MemberStory(
            SignatureOf(symbol),
            span.EndLinePosition.Line - span.StartLinePosition.Line + 1,
            symbol is IMethodSymbol or IPropertySymbol ? Complexity.Of(declaration) : null,
            Names(body.OfType<InvocationExpressionSyntax>().Select(Called)),
            Names(body.OfType<BaseObjectCreationExpressionSyntax>().Where(made => !IsThrown(made)).Select(TypeNameOf)),
            Names(body.OfType<AssignmentExpressionSyntax>().Select(assignment => Kept(assignment.Left))),
            Names(body.Select(ThrownBy)),
            symbol is INamedTypeSymbol type ? MembersOf(type) : []);
    }

    // The wrapper of bare members is no type of the person's.
    private string SignatureOf(ISymbol symbol) => symbol.ContainingType is { } type && !model.Declares(type)
        ? symbol.ToDisplayString(Signature.WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType))
        : symbol.ToDisplayString(Signature);

    private string? Called(InvocationExpressionSyntax call)
    {
        var info = model.Semantics.GetSymbolInfo(call, cancellationToken);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method ? Shown(call.Expression)
            : model.Declares(method.OriginalDefinition) ? model.NameOf(method.OriginalDefinition)
            : $"{method.ContainingType?.Name}.{method.Name}";
    }

    // A name the compiler does not know is shown as it is written, where that is short.
    private static string? Shown(ExpressionSyntax expression) => expression.ToString() is { Length: < 40 } text && text != "nameof" ? text : null;

    private static bool IsThrown(SyntaxNode made) => made.Parent is ThrowStatementSyntax or ThrowExpressionSyntax;

    private string? TypeNameOf(ExpressionSyntax made) =>
        model.Semantics.GetTypeInfo(made, cancellationToken).Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private string? Kept(ExpressionSyntax target) =>
        model.Semantics.GetSymbolInfo(target, cancellationToken).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property } member ? member.Name : null;

    private string? ThrownBy(SyntaxNode node) => node switch
    {
        ThrowStatementSyntax { Expression: { } thrown } => TypeNameOf(thrown),
        ThrowExpressionSyntax thrown => TypeNameOf(thrown.Expression),
        _ => null,
    };

    private static ImmutableArray<string> MembersOf(INamedTypeSymbol type) =>
        [.. type.GetMembers().Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared).Select(member => member.Name).Distinct()];

    private static ImmutableArray<string> Names(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct()];
}
