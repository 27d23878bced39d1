using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>How a piece of code is laid out, read from the code itself so that what is written anew looks like its neighbours.</summary>
/// <param name="NewLine">The line ending most lines have.</param>
/// <param name="UsesTabs">Lines are indented with tabs.</param>
/// <param name="IndentSize">Columns of one level.</param>
/// <param name="BracesOnSameLine">An opening brace stands at the end of the line before the block.</param>
public sealed record CodeLayout(string NewLine, bool UsesTabs, int IndentSize, bool BracesOnSameLine)
{
    private const int UsualIndentSize = 4;

    /// <summary>The characters of one level of indentation.</summary>
    public string Indent => UsesTabs ? "\t" : new string(' ', IndentSize);

    public static CodeLayout Of(string text, SyntaxNode root)
    {
        var lines = text.Split('\n');
        var tabs = lines.Count(line => line.StartsWith('\t'));
        var spaces = lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal));
        return new CodeLayout(NewLineOf(text), tabs > spaces, tabs > spaces ? UsualIndentSize : IndentSizeOf(lines), HasBracesOnSameLine(root));
    }

    /// <summary>Whether every line of <paramref name="text"/> ends the same way.</summary>
    public static bool IsUniform(string text)
    {
        var crlf = CountOf(text, "\r\n");
        return crlf == 0 || crlf == text.Count(character => character == '\n');
    }

    private static string NewLineOf(string text) =>
        CountOf(text, "\r\n") * 2 > text.Count(character => character == '\n') ? "\r\n" : "\n";

    private static int CountOf(string text, string part) => text.AsSpan().Count(part);

    private static int IndentSizeOf(string[] lines)
    {
        var steps = new Dictionary<int, int>();
        var previous = 0;
        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            if (indent - previous is 2 or 3 or 4 or 8)
            {
                steps[indent - previous] = steps.GetValueOrDefault(indent - previous) + 1;
            }

            previous = indent;
        }

        return steps.Count == 0 ? UsualIndentSize : steps.MaxBy(step => step.Value).Key;
    }

    private static bool HasBracesOnSameLine(SyntaxNode root)
    {
        var same = 0;
        var own = 0;
        foreach (var brace in root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.OpenBraceToken) && OpensBlock(token.Parent)))
        {
            if (brace.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            {
                own++;
            }
            else if (brace.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            {
                same++;
            }
        }

        return same > own;
    }

    private static bool OpensBlock(SyntaxNode? node) =>
        node is BlockSyntax or BaseTypeDeclarationSyntax or NamespaceDeclarationSyntax or SwitchStatementSyntax or AccessorListSyntax;
}
