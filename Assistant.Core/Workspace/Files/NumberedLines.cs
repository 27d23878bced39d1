using System.Globalization;

namespace Assistant.Core.Workspace.Files;

/// <summary>Lines of a file as a model reads them: a number, a tab, the line. What is not the whole file says so in a last line.</summary>
internal static class NumberedLines
{
    public static string Of(LineWindow window, int first)
    {
        var last = first + window.Lines.Count - 1;
        var lines = window.Lines.Select((line, index) => string.Create(CultureInfo.InvariantCulture, $"{first + index}\t{line}"));
        string?[] notes = [Part(first, last, window.Total), Cut(window.CutLines)];
        return string.Join('\n', lines.Concat(notes.OfType<string>()));
    }

    /// <summary>As much of a text as is read at a time, from its start.</summary>
    public static async Task<string> OfStartAsync(string text, CancellationToken cancellationToken) =>
        Of(await LineWindow.ReadAsync(new StringReader(text), 1, WorkspaceLimits.LinesAtOnce, toEnd: true, cancellationToken), 1);

    private static string? Part(int first, int last, int? total) => total switch
    {
        null => $"(lines {first} to {last}; there may be more: read on with startLine {last + 1})",
        _ when first == 1 && last == total => null,
        _ when last == total => $"(lines {first} to {last}, the last of the file)",
        _ => $"(lines {first} to {last} of {total}: read on with startLine {last + 1})",
    };

    private static string? Cut(int lines) => lines == 0 ? null : $"({(lines == 1 ? "1 line is" : $"{lines} lines are")} cut at {WorkspaceLimits.LineCharacters} characters)";
}
