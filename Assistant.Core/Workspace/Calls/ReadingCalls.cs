using System.ComponentModel;
using System.Globalization;
using System.Text;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Files;
using Assistant.Core.Workspace.Searching;
using Assistant.Core.Workspace.Symbols;

namespace Assistant.Core.Workspace.Calls;

/// <summary>What a model may call to look around in the workspace.</summary>
internal sealed class ReadingCalls(WorkspaceRun run)
{
    [Description("Lists the files of the workspace, one path a line, without those that .gitignore leaves out.")]
    public string ListFiles(
        [Description("The folder to list, relative to the workspace; all of it if left out.")] string? path = null,
        [Description("Which files, such as *.cs or src/**/*.{ts,tsx}; a pattern without / fits in any folder.")] string? pattern = null) =>
        FileList.Of(run.Files, run.Files.Resolve(path ?? ""), pattern);

    [Description("Reads a file, each line with its number and a tab in front. At most 250 lines at a time; a file over 1 MB only by lines.")]
    public async Task<string> ReadFileAsync(
        [Description("The file, relative to the workspace.")] string path,
        [Description("The first line, from 1.")] int? startLine = null,
        [Description("The last line.")] int? endLine = null,
        CancellationToken cancellationToken = default)
    {
        var file = run.Files.Resolve(Arguments.Needed(path, "path"));
        var length = WorkspaceFiles.LengthOf(file);
        var first = startLine ?? 1;
        if (length > WorkspaceLimits.WholeFileBytes && startLine is null && endLine is null)
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture, $"{file} has {length / 1024.0 / 1024.0:0.0} MB: say with startLine and endLine which lines to read."));
        }

        if (first < 1 || endLine < first)
        {
            throw new ToolException("startLine counts from 1, and endLine is no less than startLine.");
        }

        var last = (int)Math.Min(endLine ?? int.MaxValue, (long)first + WorkspaceLimits.LinesAtOnce - 1);
        using var reader = await ReaderAsync(file, length, cancellationToken);
        var window = await LineWindow.ReadAsync(reader, first, last, length <= WorkspaceLimits.EditableBytes, cancellationToken);
        return window.Lines.Count == 0 ? throw new ToolException($"{file} ends before line {first}{Total(window)}.") : NumberedLines.Of(window, first);
    }

    [Description("Searches the files of the workspace and answers path:line: text for each line that has it, without files that .gitignore leaves out.")]
    public Task<string> SearchAsync(
        [Description("The text to find, as it is written; capitals count.")] string pattern,
        [Description("The file or folder to search, relative to the workspace; all of it if left out.")] string? path = null,
        [Description("Whether pattern is a .NET regular expression, matched line by line; false if left out.")] bool? regex = null,
        CancellationToken cancellationToken = default) =>
        new WorkspaceSearch(run.Files).RunAsync(
            new SearchPattern(Arguments.Needed(pattern, "pattern"), regex ?? false), run.Files.Resolve(path ?? ""), cancellationToken);

    [Description("Finds where a class, method, property, function or the like is declared, also by a name that is not quite right.")]
    public Task<string> FindSymbolAsync(
        [Description("The name, such as Total, Basket.Total or order total.")] string name, CancellationToken cancellationToken = default) =>
        new SymbolSearch(run.Files, run.Symbols).RunAsync(Arguments.Needed(name, "name"), cancellationToken);

    private async Task<TextReader> ReaderAsync(WorkspacePath file, long length, CancellationToken cancellationToken)
    {
        if (length <= WorkspaceLimits.EditableBytes)
        {
            return new StringReader((await run.ReadAsync(file, cancellationToken)).Text);
        }

        var start = new byte[FileText.BinaryBytes];
        await using (var peek = run.Files.Open(file))
        {
            _ = await peek.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        }

        // What is too large to be changed need not be told apart from Latin-1.
        return FileText.IsBinary(start)
            ? throw new ToolException($"{file} is no text: its {length} bytes are binary.")
            : new StreamReader(run.Files.Open(file), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, LineWindow.BufferSize);
    }

    private static string Total(LineWindow window) => window.Total is { } total ? $": it has {total}" : "";
}
