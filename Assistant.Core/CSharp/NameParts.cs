namespace Assistant.Core.CSharp;

/// <summary>Names as people say them: without their capitals and underscores.</summary>
public static class NameParts
{
    /// <summary>The words of a name, in lower case: "HttpClient2_old" is http, client2, old. Other text is split at what is no letter or digit.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var parts = new List<string>();
        var start = 0;
        for (var end = 1; end <= name.Length; end++)
        {
            if (end < name.Length && !StartsPart(name, end))
            {
                continue;
            }

            var part = name[start..end].Trim('_', ' ', '-', '@');
            if (part.Length > 0)
            {
                parts.Add(part.ToLowerInvariant());
            }

            start = end;
        }

        return parts;
    }

    /// <summary>Letters to insert, leave out or replace to make one name of the other (V. I. Levenshtein, 1966), capitals apart.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>Some of <paramref name="names"/>: those that share a word with <paramref name="name"/>, then those that are spelled most like it.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> names, int count) =>
    [
        .. names.Distinct(StringComparer.Ordinal)
            .OrderBy(candidate => SharesPart(name, candidate) ? 0 : 1)
            .ThenBy(candidate => Distance(name, candidate))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(count),
    ];

    private static bool SharesPart(string one, string other) => Of(one).Where(part => part.Length > 2).Intersect(Of(other)).Any();

    // A capital after a small letter starts a word, and so does the last of several capitals before a small letter (XMLReader).
    private static bool StartsPart(string name, int index) =>
        name[index] is '_' or ' ' or '-'
        || (char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))));
}
