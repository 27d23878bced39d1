namespace Assistant.Core.Workspace.Files;

/// <summary>Keeps the line breaks that a file has.</summary>
internal static class LineBreaks
{
    public const string Unix = "\n";
    public const string Windows = "\r\n";

    /// <summary>The break that all lines of <paramref name="text"/> end with; nothing when they differ or there is only one line.</summary>
    public static string? Of(string text)
    {
        var all = text.AsSpan().Count('\n');
        var windows = text.AsSpan().Count(Windows);
        return all == 0 ? null : windows == all ? Windows : windows == 0 ? Unix : null;
    }

    /// <summary>The break of the line at <paramref name="index"/>, or of the one before it where that is the last.</summary>
    public static string? At(string text, int index)
    {
        var next = text.IndexOf('\n', index);
        var end = next >= 0 ? next : text.LastIndexOf('\n', Math.Max(0, text.Length - 1));
        return end < 0 ? null : end > 0 && text[end - 1] == '\r' ? Windows : Unix;
    }

    public static string ToUnix(string text) => text.Replace(Windows, Unix, StringComparison.Ordinal);

    /// <summary>The text with every line break written so; as it is for no break.</summary>
    public static string To(string? lineBreak, string text) => lineBreak switch
    {
        Unix => ToUnix(text),
        Windows => ToUnix(text).Replace(Unix, Windows, StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>
    /// What is written over a file, with that file's line breaks and an end like its own: a last line break more or less is not what anybody means to change.
    /// </summary>
    public static string Like(string before, string written)
    {
        var text = To(Of(before), written);
        if (before.Length == 0 || text.Length == 0)
        {
            return text;
        }

        return (before.EndsWith('\n'), text.EndsWith('\n')) switch
        {
            (true, false) => text + (At(before, before.Length - 1) ?? Unix),
            (false, true) => WithoutLastBreak(text),
            _ => text,
        };
    }

    /// <summary>Takes away one line break from the end, if there is one.</summary>
    public static string WithoutLastBreak(string text) =>
        text.EndsWith(Windows, StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
