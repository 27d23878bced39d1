using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace Assistant.Core.Diffs;

/// <summary>Two texts as a unified diff, the format of POSIX <c>diff -u</c> and of git.</summary>
public static partial class UnifiedDiff
{
    private const int ContextLines = 3;

    /// <summary>The diff with its two header lines; empty when the texts are the same.</summary>
    public static string Between(string before, string after, string path)
    {
        var diff = Compare(before, after);
        if (diff.DiffBlocks.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder().Append("--- a/").Append(path).Append("\n+++ b/").Append(path).Append('\n');
        foreach (var hunk in Hunks(diff.DiffBlocks))
        {
            AppendHunk(text, diff, hunk);
        }

        return text.ToString();
    }

    /// <summary>How many lines were taken away and how many were put in.</summary>
    public static (int Removed, int Added) Count(string before, string after)
    {
        var blocks = Compare(before, after).DiffBlocks;
        return (blocks.Sum(block => block.DeleteCountA), blocks.Sum(block => block.InsertCountB));
    }

    private static DiffResult Compare(string before, string after) =>
        new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, LinesWithEnds);

    /// <summary>Lines keep their ends, so that a changed line end or a missing last one is a difference.</summary>
    private static string[] LinesWithEnds(string text) => text.Length == 0 ? [] : LineEnd().Split(text).Where(line => line.Length > 0).ToArray();

    /// <summary>Changes whose contexts touch stand in one hunk.</summary>
    private static IEnumerable<IReadOnlyList<DiffBlock>> Hunks(IList<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA) > 2 * ContextLines)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        yield return hunk;
    }

    private static void AppendHunk(StringBuilder text, DiffResult diff, IReadOnlyList<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var lead = Math.Min(ContextLines, first.DeleteStartA);
        var from = first.DeleteStartA - lead;
        var to = Math.Min(diff.PiecesOld.Length, last.DeleteStartA + last.DeleteCountA + ContextLines);
        var grown = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);

        text.Append("@@ -").Append(Span(from, to - from)).Append(" +").Append(Span(first.InsertStartB - lead, to - from + grown)).Append(" @@\n");
        var next = from;
        foreach (var block in blocks)
        {
            AppendLines(text, ' ', diff.PiecesOld, next, block.DeleteStartA);
            AppendLines(text, '-', diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            AppendLines(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            next = block.DeleteStartA + block.DeleteCountA;
        }

        AppendLines(text, ' ', diff.PiecesOld, next, to);
    }

    /// <summary>"start,count" counted from 1; an empty span names the line before it.</summary>
    private static string Span(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void AppendLines(StringBuilder text, char mark, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(mark).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
            {
                text.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    [GeneratedRegex(@"(?<=\n)")]
    private static partial Regex LineEnd();
}
