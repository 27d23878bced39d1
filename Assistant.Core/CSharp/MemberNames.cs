using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>What a piece of code with a body is called in front of a person: with its type in front, where it has one.</summary>
public static class MemberNames
{
    /// <summary>The name of <paramref name="member"/>. The type that <paramref name="code"/> was wrapped in is not mentioned.</summary>
    public static string Of(SyntaxNode member, PastedCode code)
    {
        var name = SimpleNameOf(member);
        return member is ConstructorDeclarationSyntax || member.Parent is not TypeDeclarationSyntax type || IsWrapper(type, code)
            ? name
            : $"{type.Identifier.ValueText}.{name}";
    }

    /// <summary>The name of the member that <paramref name="node"/> stands in; nothing among top-level statements.</summary>
    public static string? Around(SyntaxNode node, PastedCode code)
    {
        var member = node.Ancestors().FirstOrDefault(ancestor => ancestor is BaseFieldDeclarationSyntax or BaseMethodDeclarationSyntax
            or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax { Parent: GlobalStatementSyntax } or BaseTypeDeclarationSyntax);
        return member switch
        {
            null => null,
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.FirstOrDefault()?.Identifier.ValueText,
            BaseTypeDeclarationSyntax type => IsWrapper(type, code) ? null : type.Identifier.ValueText,
            _ => Of(member, code),
        };
    }

    /// <summary>Whether <paramref name="type"/> is not in the pasted code, but was put around it.</summary>
    public static bool IsWrapper(SyntaxNode type, PastedCode code) => code.Shape == CodeShape.Members && type.Parent is CompilationUnitSyntax;

    private static string SimpleNameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => $"{constructor.Identifier.ValueText} (constructor)",
        DestructorDeclarationSyntax finalizer => $"{finalizer.Identifier.ValueText} (finalizer)",
        OperatorDeclarationSyntax operation => $"operator {operation.OperatorToken.ValueText}",
        ConversionOperatorDeclarationSyntax conversion => $"operator {conversion.Type}",
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax handlers => handlers.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "this[]",
    };
}
