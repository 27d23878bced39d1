namespace Assistant.Core.Workspace.Editing;

/// <summary>White space that is put in front of every line, or taken from there. Blank lines stay as they are.</summary>
internal readonly record struct LineShift(string? Added, string? Removed)
{
    /// <summary>What makes <paramref name="line"/> of <paramref name="written"/>; nothing when more than white space in front tells them apart.</summary>
    public static LineShift? Between(ReadOnlySpan<char> written, ReadOnlySpan<char> line) =>
        line.EndsWith(written, StringComparison.Ordinal) && line[..^written.Length].IsWhiteSpace() ? new LineShift(line[..^written.Length].ToString(), null)
        : written.EndsWith(line, StringComparison.Ordinal) && written[..^line.Length].IsWhiteSpace() ? new LineShift(null, written[..^line.Length].ToString())
        : null;

    /// <summary>Nothing when a line does not have what would have to be taken from it.</summary>
    public string? Apply(string text)
    {
        var (added, removed) = this;
        var lines = text.Split('\n');
        return removed is { Length: > 0 } && lines.Any(line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith(removed, StringComparison.Ordinal))
            ? null
            : string.Join('\n', lines.Select(line => string.IsNullOrWhiteSpace(line) ? line : added + line[(removed?.Length ?? 0)..]));
    }
}
