namespace Assistant.Web.Markdown;

/// <summary>A change to the closed blocks of an answer: from <paramref name="Index"/> on, some go and others come.</summary>
public sealed record BlockPatch(int Index, int Removed, string Html)
{
    /// <summary>
    /// What makes <paramref name="shown"/> into <paramref name="right"/>, and touches no block that is right already. Each patch
    /// counts from what the one before it left.
    /// </summary>
    public static IReadOnlyList<BlockPatch> Between(IReadOnlyList<string> shown, IReadOnlyList<string> right)
    {
        var start = 0;
        while (start < shown.Count && start < right.Count && shown[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < shown.Count - start && end < right.Count - start && shown[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        var (removed, added) = (shown.Count - start - end, right.Count - start - end);
        if (removed == added)
        {
            return [.. Enumerable.Range(start, added).Where(i => shown[i] != right[i]).Select(i => new BlockPatch(i, 1, right[i]))];
        }

        return [new BlockPatch(start, removed, string.Concat(right.Skip(start).Take(added)))];
    }
}
