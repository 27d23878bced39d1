using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

internal static class CodeOwner
{
    /// <summary>The statement or member that a piece of syntax is part of.</summary>
    public static SyntaxNode Owner(this SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is (StatementSyntax and not BlockSyntax) or MemberDeclarationSyntax) ?? node;
}
