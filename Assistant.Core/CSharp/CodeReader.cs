using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Describes a piece of code from its syntax and from what the compiler says about it.</summary>
public sealed class CodeReader(CodeModel model)
{
    /// <summary>What the top-level statements are called among the methods.</summary>
    public const string Statements = "The statements";

    // Type or namespace, name, member of a namespace, type of a qualified name, and attribute: not found.
    private static readonly string[] NotFound = ["CS0246", "CS0103", "CS0234", "CS0400", "CS0426"];

    private readonly PastedCode _code = model.Code;

    public CodeDescription Describe(CancellationToken cancellationToken)
    {
        var hints = new ErrorHints(model, cancellationToken);
        return new CodeDescription(
            _code.Shape,
            _code.Text.TrimEnd().AsSpan().Count('\n') + 1,
            _code.HasTopLevelStatements && _code.Shape == CodeShape.File,
            [.. _code.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => !MemberNames.IsWrapper(type, _code)).Select(DescribeType)],
            [.. MethodsOf(_code.Root)],
            [.. model.Findings.Errors.Where(error => !IsUnknownName(error)).Select(error => DescribeError(error, hints)).Distinct()],
            [.. model.Findings.Errors.Where(IsUnknownName).DistinctBy(NameAt).Select(error => DescribeUnknown(error, hints))],
            Dependencies.Of(model, cancellationToken));
    }

    private IEnumerable<CodeDescription.Method> MethodsOf(CompilationUnitSyntax root)
    {
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        var own = statements.Where(member => member.Statement is not LocalFunctionStatementSyntax).ToList();
        if (own.Count > 0 && _code.Shape == CodeShape.File)
        {
            var complexity = 1 + own.Sum(member => Complexity.Of(member) - 1);
            yield return new CodeDescription.Method(Statements, model.LineOf(own[0]), own.Sum(LinesOf), complexity);
        }

        foreach (var body in root.DescendantNodes().Where(HasOwnBody))
        {
            yield return new CodeDescription.Method(MemberNames.Of(body, _code), model.LineOf(body), LinesOf(body), Complexity.Of(body));
        }
    }

    private static bool HasOwnBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null || HasBody(property.AccessorList),
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody is not null || HasBody(indexer.AccessorList),
        LocalFunctionStatementSyntax function => function.Parent is GlobalStatementSyntax,
        _ => false,
    };

    private static bool HasBody(AccessorListSyntax? accessors) =>
        accessors?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true;

    private CodeDescription.DeclaredType DescribeType(BaseTypeDeclarationSyntax type)
    {
        var kind = type switch
        {
            RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword } => "record struct",
            TypeDeclarationSyntax declaration => declaration.Keyword.ValueText,
            _ => "enum",
        };
        var name = type.Identifier.ValueText + (type as TypeDeclarationSyntax)?.TypeParameterList;
        return new CodeDescription.DeclaredType(kind, name, model.LineOf(type), CountMembers(type));
    }

    private static ImmutableArray<string> CountMembers(BaseTypeDeclarationSyntax type)
    {
        if (type is EnumDeclarationSyntax values)
        {
            return [Counted(values.Members.Count, "value")];
        }

        var members = ((TypeDeclarationSyntax)type).Members;
        var parameters = (type as RecordDeclarationSyntax)?.ParameterList?.Parameters.Count ?? 0;
        (int Count, string Word)[] counts =
        [
            (members.OfType<BaseFieldDeclarationSyntax>().Sum(field => field.Declaration.Variables.Count), "field"),
            (parameters + members.Count(member => member is PropertyDeclarationSyntax), "property"),
            (members.Count(member => member is ConstructorDeclarationSyntax), "constructor"),
            (members.Count(member => member is MethodDeclarationSyntax), "method"),
            (members.Count(member => member is BaseTypeDeclarationSyntax), "nested type"),
        ];
        return [.. counts.Where(count => count.Count > 0).Select(count => Counted(count.Count, count.Word))];
    }

    private static string Counted(int count, string word) =>
        count == 1 ? $"1 {word}" : $"{count} {(word.EndsWith('y') ? $"{word[..^1]}ies" : $"{word}s")}";

    private CodeDescription.CompilerError DescribeError(Diagnostic error, ErrorHints hints) =>
        new(error.Id, model.LineOf(error.Location), error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.'), hints.For(error));

    private CodeDescription.UnknownName DescribeUnknown(Diagnostic error, ErrorHints hints) =>
        new(NameAt(error), model.LineOf(error.Location), hints.For(error));

    private string NameAt(Diagnostic error) => model.Root.GetText().ToString(error.Location.SourceSpan).Split('<', '\n')[0].Trim();

    private static bool IsUnknownName(Diagnostic error) => NotFound.Contains(error.Id) && error.Location.IsInSource;

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
