using Assistant.Core.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>What a C# file declares, going by its grammar alone; what is inside of bodies is nobody else's business.</summary>
internal static class CSharpSymbols
{
    /// <summary>To be called on a deep stack. Throws <see cref="UnreadableCodeException"/> for code that nobody wrote.</summary>
    public static SyntaxNode Parse(string code, CancellationToken cancellationToken)
    {
        ReadingLimits.CheckText(code);
        var root = CSharpSyntaxTree.ParseText(code, PastedCode.ParseOptions, cancellationToken: cancellationToken).GetRoot(cancellationToken);
        ReadingLimits.CheckTree(root, cancellationToken);
        return root;
    }

    /// <inheritdoc cref="Parse"/>
    public static IReadOnlyList<SymbolPlace> Of(string path, string code, CancellationToken cancellationToken)
    {
        var places = new List<SymbolPlace>();
        var open = new Stack<(SyntaxNode Node, string Owner)>([(Parse(code, cancellationToken), "")]);
        while (open.TryPop(out var next))
        {
            places.AddRange(NamesOf(next.Node).Where(found => found.Name.ValueText.Length > 0)
                .Select(found => new SymbolPlace(found.Name.ValueText, next.Owner, found.Kind, found.Signature, path, LineOf(found.Name))));
            var within = Joined(next.Owner, OwnNameOf(next.Node));
            foreach (var member in MembersOf(next.Node).Reverse())
            {
                open.Push((member, within));
            }
        }

        return places;
    }

    private static int LineOf(SyntaxToken name) => name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string Joined(string owner, string? name) => name is null or "" ? owner : owner.Length == 0 ? name : $"{owner}.{name}";

    private static string? OwnNameOf(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<SyntaxNode> MembersOf(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members,
        BaseNamespaceDeclarationSyntax space => space.Members,
        RecordDeclarationSyntax { ParameterList: { } parameters } record => parameters.Parameters.Concat<SyntaxNode>(record.Members),
        TypeDeclarationSyntax type => type.Members,
        EnumDeclarationSyntax values => values.Members,
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function],
        _ => [],
    };

    private static IEnumerable<(SyntaxToken Name, string Kind, string Signature)> NamesOf(SyntaxNode node) => node switch
    {
        RecordDeclarationSyntax record => [(record.Identifier, KindOf(record), "")],
        ParameterSyntax property => [(property.Identifier, "property", "")],
        TypeDeclarationSyntax type => [(type.Identifier, type.Keyword.ValueText, "")],
        EnumDeclarationSyntax values => [(values.Identifier, "enum", "")],
        EnumMemberDeclarationSyntax value => [(value.Identifier, "enum value", "")],
        DelegateDeclarationSyntax handler => [(handler.Identifier, "delegate", Plain(handler.ParameterList))],
        MethodDeclarationSyntax method => [(method.Identifier, "method", Plain(method.ParameterList))],
        ConstructorDeclarationSyntax constructor => [(constructor.Identifier, "constructor", Plain(constructor.ParameterList))],
        LocalFunctionStatementSyntax function => [(function.Identifier, "function", Plain(function.ParameterList))],
        PropertyDeclarationSyntax property => [(property.Identifier, "property", "")],
        EventDeclarationSyntax handlers => [(handlers.Identifier, "event", "")],
        EventFieldDeclarationSyntax events => Variables(events, "event"),
        FieldDeclarationSyntax fields => Variables(fields, fields.Modifiers.Any(SyntaxKind.ConstKeyword) ? "constant" : "field"),
        _ => [],
    };

    private static IEnumerable<(SyntaxToken, string, string)> Variables(BaseFieldDeclarationSyntax field, string kind) =>
        field.Declaration.Variables.Select(variable => (variable.Identifier, kind, ""));

    private static string KindOf(RecordDeclarationSyntax record) => record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "record struct" : "record";

    private static string Plain(ParameterListSyntax parameters) =>
        $"({string.Join(", ", parameters.Parameters.Select(parameter => parameter.Type?.ToString() ?? parameter.Identifier.ValueText))})";
}
