using System.Text.RegularExpressions;

namespace Assistant.Core.Workspace.Editing;

/// <summary>The lines of a file that look most like a text that is not in it.</summary>
internal static partial class NearestLines
{
    // Lines shown before and behind those that look alike.
    private const int Around = 2;

    private const int MostLines = 40;

    // Words that two lines share, of all the words they have together.
    private const double LeastShare = 0.3;

    /// <summary>From the first to the last of them, from 1; nothing when no line looks like it.</summary>
    public static (int First, int Last)? Find(string text, string wanted)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToArray();
        var sought = wanted.Split('\n').Select(line => line.Trim()).ToArray();
        return (WithMostEqual(lines, sought) ?? WithMostWords(lines, sought)) is { } start
            ? (Math.Max(1, start + 1 - Around), Math.Min(lines.Length, start + Math.Min(sought.Length, MostLines) + Around))
            : null;
    }

    // A long line says more than a brace.
    private static int? WithMostEqual(string[] lines, string[] sought)
    {
        var weights = sought.Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(line => line, line => line.Length, StringComparer.Ordinal);
        var (best, bestWeight, weight) = (0, 0, 0);
        for (var index = 0; index < lines.Length; index++)
        {
            weight += weights.GetValueOrDefault(lines[index]);
            weight -= index >= sought.Length ? weights.GetValueOrDefault(lines[index - sought.Length]) : 0;
            if (weight > bestWeight)
            {
                (best, bestWeight) = (Math.Max(0, index - sought.Length + 1), weight);
            }
        }

        return bestWeight > 2 ? best : null;
    }

    private static int? WithMostWords(string[] lines, string[] sought)
    {
        var longest = sought.Index().MaxBy(line => line.Item.Length);
        var words = WordsOf(longest.Item);
        var best = lines.Select((line, index) => (Share: ShareOf(words, WordsOf(line)), Index: index)).MaxBy(line => line.Share);
        return best.Share >= LeastShare ? Math.Max(0, best.Index - longest.Index) : null;
    }

    private static double ShareOf(HashSet<string> one, HashSet<string> other)
    {
        var shared = other.Count(one.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    private static HashSet<string> WordsOf(string line) => [.. Word().Matches(line).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
