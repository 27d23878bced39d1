using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>What a piece of code could do without.</summary>
/// <param name="Names">In the order of the code.</param>
/// <param name="UnreachableLines">Where code starts that can never run.</param>
/// <param name="Usings">Using directives nothing needs; nothing at all where the code uses names that were not pasted, since those may need them.</param>
public sealed record UnusedCode(ImmutableArray<UnusedName> Names, ImmutableArray<int> UnreachableLines, ImmutableArray<string>? Usings)
{
    // Unreachable code, and a superfluous using directive.
    private const string Unreachable = "CS0162";
    private const string UnusedUsing = "CS8019";

    public static UnusedCode Of(CodeModel model, DeclaredNames names, CancellationToken cancellationToken)
    {
        var reads = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var writes = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var uses = new SymbolUses(model);
        foreach (var name in model.Root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            foreach (var symbol in uses.Bound(name, cancellationToken).Where(symbol => !IsItself(name, symbol)))
            {
                (IsOnlyWritten(name) ? writes : reads).Add(symbol);
            }
        }

        var unused = names.All
            .Where(symbol => !reads.Contains(symbol) && MayBeUnused(symbol))
            .Select(symbol => new UnusedName(names.Describe(symbol), writes.Contains(symbol), IsVisible(symbol)));
        var hints = model.Semantics.GetDiagnostics(cancellationToken: cancellationToken);
        return new UnusedCode(
            [.. unused.OrderBy(name => name.Symbol.Line)],
            [.. hints.Where(hint => hint.Id == Unreachable).Select(hint => model.LineOf(hint.Location)).Distinct()],
            model.Findings.ErrorCount > 0 ? null : [.. hints.Where(hint => hint.Id == UnusedUsing).SelectMany(hint => UsingsAt(hint, model))]);
    }

    private static IEnumerable<string> UsingsAt(Diagnostic hint, CodeModel model) => model.Root.DescendantNodes().OfType<UsingDirectiveSyntax>()
        .Where(directive => hint.Location.SourceSpan.Contains(directive.Span))
        .Select(directive => directive.ToString());

    // A method that only calls itself is used by nobody.
    private static bool IsItself(SimpleNameSyntax name, ISymbol symbol) =>
        symbol is IMethodSymbol && symbol.DeclaringSyntaxReferences
            .Any(place => place.SyntaxTree == name.SyntaxTree && name.Ancestors().Any(node => node.Span == place.Span));

    private static bool IsOnlyWritten(SimpleNameSyntax name)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
        return target.Parent switch
        {
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment =>
                assignment.Left == target && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
            PostfixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax } or PrefixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax } => true,
            _ => false,
        };
    }

    private static bool MayBeUnused(ISymbol symbol)
    {
        if (symbol.IsImplicitlyDeclared || symbol.IsOverride || symbol.IsAbstract || symbol.IsExtern
            || symbol.GetAttributes().Length > 0 || symbol.Name.All(letter => letter == '_'))
        {
            return false;
        }

        return symbol switch
        {
            ILocalSymbol local => !local.IsUsing && !local.IsForEach,
            IFieldSymbol field => field.ContainingType.TypeKind != TypeKind.Enum,
            IPropertySymbol property => !property.IsIndexer && !IsContract(property) && !property.ContainingType.IsRecord,
            IEventSymbol handlers => !IsContract(handlers),
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => method.Name != "Main" && !IsContract(method),
            IParameterSymbol parameter => MayBeUnused(parameter),
            INamedTypeSymbol type => type.Name != "Program",
            _ => false,
        };
    }

    private static bool MayBeUnused(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } method
        && !method.IsOverride && !method.IsVirtual && !method.IsAbstract && !method.IsExtern && method.Name != "Main" && !IsContract(method)
        && !method.ContainingType.IsRecord
        && parameter.Type.Name.EndsWith("EventArgs", StringComparison.Ordinal) is false
        && !(parameter.Name == "sender" && parameter.Type.SpecialType == SpecialType.System_Object)
        && method.DeclaringSyntaxReferences.Any(place => HasBody(place.GetSyntax()));

    private static bool HasBody(SyntaxNode method) => method switch
    {
        BaseMethodDeclarationSyntax declared => declared.Body is not null || declared.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        TypeDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsContract(ISymbol symbol) =>
        symbol.ContainingType is { } type && (type.TypeKind == TypeKind.Interface || type.AllInterfaces
            .SelectMany(contract => contract.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)));

    private static bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
                || current.DeclaredAccessibility == Accessibility.Private)
            {
                return false;
            }
        }

        return true;
    }
}
