namespace Assistant.Core.Workspace.Searching;

/// <summary>What was found in one file.</summary>
/// <param name="Count">Lines that have it.</param>
/// <param name="Lines">The first of them, as they are shown.</param>
internal sealed record FoundFile(string Path, int Count, IReadOnlyList<string> Lines)
{
    public static FoundFile Of(string path, string text, IEnumerable<SearchHit> hits, int mostLines, int mostCharacters)
    {
        var lines = new List<string>();
        var count = 0;
        foreach (var hit in hits)
        {
            count++;
            if (count <= mostLines)
            {
                lines.Add($"{path}:{hit.Line}: {Shown(text, hit, mostCharacters)}");
            }
        }

        return new FoundFile(path, count, lines);
    }

    // Of a long line what stands around the match, and never half a character.
    private static string Shown(string text, SearchHit hit, int mostCharacters)
    {
        if (hit.End - hit.Start <= mostCharacters)
        {
            return text[hit.Start..hit.End].TrimEnd();
        }

        var start = Math.Max(hit.Start, Math.Min(hit.Match - (mostCharacters / 3), hit.End - mostCharacters));
        var end = Math.Min(hit.End, start + mostCharacters);
        start += start > hit.Start && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < hit.End && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return $"{(start > hit.Start ? "…" : "")}{text[start..end].TrimEnd()}{(end < hit.End ? "…" : "")}";
    }
}
