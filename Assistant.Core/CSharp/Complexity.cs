using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>
/// Cyclomatic complexity: the number of independent paths through a piece of code, counted as its decisions plus one
/// (T. J. McCabe, "A Complexity Measure", IEEE Transactions on Software Engineering SE-2, 1976, pp. 308–320). As usual for C#, each
/// condition joined by a short-circuit operator is a decision of its own, and so is each case, catch and conditional.
/// </summary>
public static class Complexity
{
    /// <summary>McCabe's own advice: look for a way to split what goes beyond this.</summary>
    public const int Advisable = 10;

    public static int Of(SyntaxNode code) => 1 + code.DescendantNodesAndSelf().Count(IsDecision);

    private static bool IsDecision(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement
            or SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement or SyntaxKind.CatchClause => true,
        SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel or SyntaxKind.WhenClause => true,
        SyntaxKind.ConditionalExpression or SyntaxKind.ConditionalAccessExpression or SyntaxKind.LogicalAndExpression
            or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression => true,
        SyntaxKind.AndPattern or SyntaxKind.OrPattern => true,
        SyntaxKind.SwitchExpressionArm => ((SwitchExpressionArmSyntax)node).Pattern is not DiscardPatternSyntax,
        _ => false,
    };
}
