namespace Assistant.Core.CSharp.Rules;

/// <summary>What the framework's own library says shorter or does faster.</summary>
internal static class Library
{
    public static StockRule[] Rules { get; } =
    [
        new("CA1834", "A single character is appended faster than a string of one."),
        new("CA1847", "A single character is looked up faster than a string of one."),
        new("CA1858", "`StartsWith` looks at the start only."),
        new("CA1874", "`Regex.IsMatch` asks whether, without making a match."),
        new("CA1875", "`Regex.Count` counts, without making the matches."),
        new("CA1837", "`Environment.ProcessId` needs no process object."),
        new("CA1839", "`Environment.ProcessPath` needs no process object."),
        new("CA1840", "`Environment.CurrentManagedThreadId` needs no thread object."),
        new("MA0052", "`nameof` gives the name at compile time."),
        new("MA0067", "`Guid.Empty` says what is meant."),
        new("MA0113", "`DateTime.UnixEpoch` says what is meant."),
        new("MA0178", "`TimeSpan.Zero` says what is meant."),
        new("RCS1190", "The parts are one string.") { IsSafe = true },
        new("RCS1204", "`EventArgs.Empty` is there already, so none has to be made."),
    ];
}
