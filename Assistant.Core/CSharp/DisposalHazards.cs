using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>
/// Finds what is made, has to be disposed and is not. What is handed to other code (returned, passed on) may be disposed there, so nothing is
/// said about it.
/// </summary>
public sealed class DisposalHazards(CodeModel model, CancellationToken cancellationToken)
{
    // These hold nothing but memory, or may be left to the runtime by their own documentation.
    private static readonly string[] Harmless = ["Task", "MemoryStream", "StringReader", "StringWriter", "DataTable", "DataSet", "ValueTask"];

    private static readonly string[] Makers = ["Open", "Create", "Start", "Append"];

    /// <summary>Whether the code makes anything that has to be disposed.</summary>
    public bool Creates() => Made().Any();

    public IEnumerable<CodeHazard> Find() => Made().Select(SentenceOrNothing).OfType<CodeHazard>();

    private CodeHazard? SentenceOrNothing(ExpressionSyntax made)
    {
        var type = TypeOf(made)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var sentence = made.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when IsLocal(variable) => AboutLocal(variable, type),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } value => AboutField(made, SymbolOf(value.Parent!), type),
            AssignmentExpressionSyntax assignment when assignment.Right == made =>
                AboutField(made, model.Semantics.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, type),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Dispose" or "DisposeAsync" or "Close") } =>
                $"The new `{type}` is used once and never disposed. Keep it in a variable declared with `using`.",
            ExpressionStatementSyntax => $"The new `{type}` is dropped at once and never disposed.",
            _ => null,
        };
        return sentence is null ? null : new CodeHazard(model.LineOf(made), sentence);
    }

    private string? AboutLocal(VariableDeclaratorSyntax variable, string type)
    {
        var name = variable.Identifier.ValueText;
        var isUsing = variable.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.UsingKeyword.RawKind is > 0
            || variable.Parent?.Parent is UsingStatementSyntax;
        var scope = variable.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? model.Root;
        return isUsing || scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(place => place.Identifier.ValueText == name && LetsGo(place))
            ? null
            : $"`{name}` (`{type}`) is never disposed. Write `using` in front of its declaration.";
    }

    private string? AboutField(ExpressionSyntax made, ISymbol? field, string type)
    {
        if (field is not (IFieldSymbol or IPropertySymbol) || field.IsStatic || !model.Declares(field)
            || made.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } owner
            || MemberNames.IsWrapper(owner, model.Code))
        {
            return null;
        }

        if (!IsDisposable(field.ContainingType))
        {
            return $"`{field.ContainingType.Name}` keeps the `{type}` it makes in `{field.Name}` and cannot be disposed itself. "
                + $"Make it `IDisposable` and dispose `{field.Name}` there.";
        }

        var disposers = owner.Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.ValueText.StartsWith("Dispose", StringComparison.Ordinal));
        return disposers.Any(method => method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(place => place.Identifier.ValueText == field.Name))
            ? null
            : $"`Dispose` forgets `{field.Name}`, the `{type}` that `{field.ContainingType.Name}` makes. Dispose it there.";
    }

    // Disposed, returned, passed on, or kept elsewhere: whoever gets it may dispose it.
    private static bool LetsGo(IdentifierNameSyntax place)
    {
        SyntaxNode value = place.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax ? place.Parent : place;
        return place.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "DisposeAsync" or "Close" } => true,
            ConditionalAccessExpressionSyntax access => access.WhenNotNull.ToString().StartsWith(".Dispose", StringComparison.Ordinal),
            UsingStatementSyntax => true,
            _ => value.Parent is ReturnStatementSyntax or YieldStatementSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax
                    or InitializerExpressionSyntax or CollectionElementSyntax
                || (value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value)
                || value.Parent is EqualsValueClauseSyntax,
        };
    }

    private IEnumerable<ExpressionSyntax> Made() => model.Root.DescendantNodes().OfType<ExpressionSyntax>().Where(IsMade);

    private bool IsMade(ExpressionSyntax expression)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return expression switch
        {
            BaseObjectCreationExpressionSyntax => IsDisposable(TypeOf(expression)),
            InvocationExpressionSyntax call => model.Semantics.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsStatic: true } method
                && !model.Declares(method) && Makers.Any(maker => method.Name.StartsWith(maker, StringComparison.Ordinal)) && IsDisposable(method.ReturnType),
            _ => false,
        };
    }

    private static bool IsLocal(VariableDeclaratorSyntax variable) => variable.Parent?.Parent is not BaseFieldDeclarationSyntax;

    private ISymbol? SymbolOf(SyntaxNode declaration) => model.Semantics.GetDeclaredSymbol(declaration, cancellationToken);

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.Semantics.GetTypeInfo(expression, cancellationToken).Type;

    private static bool IsDisposable(ITypeSymbol? type) =>
        type is { TypeKind: not TypeKind.Error } && !Harmless.Contains(type.Name)
        && type.AllInterfaces.Any(contract => contract.ToDisplayString() is "System.IDisposable" or "System.IAsyncDisposable");
}
