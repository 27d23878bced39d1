using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>Moves code to the left or right without touching the lines that lie inside a string.</summary>
public static class Indentation
{
    /// <summary>Columns that all lines of <paramref name="text"/> have in front; blank lines and directives do not count.</summary>
    public static int SharedBy(string text) => text.Split('\n')
        .Where(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
        .Select(line => line.Length - line.TrimStart(' ', '\t').Length)
        .DefaultIfEmpty(0)
        .Min();

    /// <summary>
    /// The text of <paramref name="root"/> with the lines of <paramref name="part"/> moved by <paramref name="columns"/> characters;
    /// a line that has fewer in front keeps none.
    /// </summary>
    public static string Shift(SyntaxNode root, TextSpan part, int columns, char with)
    {
        var text = root.SyntaxTree.GetText();
        if (columns == 0)
        {
            return text.ToString();
        }

        var inside = LinesInsideStrings(root, text);
        var shifted = new StringBuilder(text.Length);
        foreach (var line in text.Lines)
        {
            var words = text.ToString(line.SpanIncludingLineBreak);
            var moves = part.Contains(line.Start) && !inside.Contains(line.LineNumber) && !string.IsNullOrWhiteSpace(words);
            shifted.Append(moves ? Shift(words, columns, with) : words);
        }

        return shifted.ToString();
    }

    private static string Shift(string line, int columns, char with)
    {
        if (columns > 0)
        {
            return new string(with, columns) + line;
        }

        var front = line.Length - line.TrimStart(' ', '\t').Length;
        return line[Math.Min(front, -columns)..];
    }

    private static HashSet<int> LinesInsideStrings(SyntaxNode root, SourceText text)
    {
        var lines = new HashSet<int>();
        foreach (var span in root.DescendantNodes().Where(IsString).Select(node => node.Span))
        {
            var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
            for (var line = text.Lines.GetLineFromPosition(span.Start).LineNumber + 1; line <= last; line++)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static bool IsString(SyntaxNode node) =>
        node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression) || node.IsKind(SyntaxKind.Utf8StringLiteralExpression);
}
