using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>
/// Refuses code that no person wrote before it costs more than a glance. Roslyn walks code recursively, so nesting that is deep enough
/// would end the process with a stack overflow, which nothing can catch.
/// </summary>
public static class ReadingLimits
{
    /// <summary>About 5,000 lines. The analysis of more does not fit into <see cref="CSharpEngine.Budget"/>.</summary>
    public const int MaxCharacters = 200_000;

    /// <summary>Open brackets at one place. Code written by people stays under 30; the parser alone takes some kilobytes of stack for each.</summary>
    public const int MaxBracketDepth = 150;

    /// <summary>Conditional directives; the parser's time grows with their square.</summary>
    public const int MaxConditions = 500;

    /// <summary>
    /// Levels of the syntax tree, which also counts what nests without brackets (else if, a chain of calls, a long sum). Code written by
    /// people stays under 200.
    /// </summary>
    public const int MaxTreeDepth = 500;

    /// <summary>Looks at the characters only. Throws <see cref="UnreadableCodeException"/>.</summary>
    public static void CheckText(string code)
    {
        if (code.Length > MaxCharacters)
        {
            throw new UnreadableCodeException(string.Create(
                CultureInfo.InvariantCulture,
                $"This is {code.Length:N0} characters long, and the built-in engine reads up to {MaxCharacters:N0}: paste a part of it."));
        }

        var depth = 0;
        var angles = 0;
        foreach (var character in code)
        {
            depth += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' && depth > 0 ? -1 : 0;
            angles = character is '<' ? angles + 1 : character is '>' or ';' or '{' or '}' ? 0 : angles;
            if (depth > MaxBracketDepth || angles > MaxBracketDepth)
            {
                throw TooDeep();
            }
        }

        if (code.AsSpan().Count("#if") > MaxConditions)
        {
            throw TooDeep();
        }
    }

    /// <summary>Looks at the parsed code, without recursion. Throws <see cref="UnreadableCodeException"/>.</summary>
    public static void CheckTree(SyntaxNode root, CancellationToken cancellationToken)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next.Depth > MaxTreeDepth)
            {
                throw TooDeep();
            }

            foreach (var child in next.Node.ChildNodes())
            {
                open.Push((child, next.Depth + 1));
            }
        }
    }

    private static UnreadableCodeException TooDeep() =>
        new("This is nested deeper than the built-in engine can read safely: paste a smaller part of it.");
}
