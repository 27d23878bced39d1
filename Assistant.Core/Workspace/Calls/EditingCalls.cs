using System.ComponentModel;
using System.Globalization;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Editing;
using Assistant.Core.Workspace.Files;
using Assistant.Core.Workspace.Symbols;

namespace Assistant.Core.Workspace.Calls;

/// <summary>What a model may call to change the workspace.</summary>
internal sealed class EditingCalls(WorkspaceRun run)
{
    // Whoever has quoted a file wrongly so often does not know it.
    private const int MostFailedEdits = 2;

    [Description("Replaces a piece of a file that was read before. oldText has to be in the file exactly once; take in lines around it if it is not.")]
    public async Task<string> EditFileAsync(
        [Description("The file, relative to the workspace.")] string path,
        [Description("The text to replace, as it stands in the file, without the line numbers.")] string oldText,
        [Description("What to write in its place.")] string newText,
        CancellationToken cancellationToken = default)
    {
        var file = run.Files.Resolve(Arguments.Needed(path, "path"));
        if (string.IsNullOrEmpty(oldText) || newText is null)
        {
            throw new ToolException("oldText is empty or newText is missing: to write a whole file there is write_file.");
        }

        EditResult.Applied? applied = null;
        var isChanged = await run.ChangeAsync(file, Edited, cancellationToken);
        run.ForgetFailedEdits(file);
        return isChanged ? $"Edited {file} at line {applied!.FirstLine}{How(applied.Fit)}." : $"{file} reads so already; nothing was changed.";

        FileText Edited(FileText? before)
        {
            if (before is null)
            {
                throw new ToolException($"There is no file {file}.");
            }

            applied = TextEdit.Apply(before.Text, oldText, newText) switch
            {
                EditResult.Applied fitting => fitting,
                EditResult.Ambiguous ambiguous => throw Failed(file, Ambiguous(file, ambiguous)),
                _ => throw Failed(file, Missing(file, before.Text, oldText)),
            };
            return before with { Text = applied.Text };
        }
    }

    [Description("Writes a whole file. One that exists already has to be read before; it keeps its encoding and line breaks.")]
    public async Task<string> WriteFileAsync(
        [Description("The file, relative to the workspace; folders are made as needed.")] string path,
        [Description("All of its text.")] string content,
        CancellationToken cancellationToken = default)
    {
        var file = run.Files.Resolve(Arguments.Needed(path, "path"));
        if (content is null)
        {
            throw new ToolException("content is missing.");
        }

        var isNew = !WorkspaceFiles.Exists(file);
        var isChanged = await run.ChangeAsync(
            file, before => before is null ? new FileText(content, FileEncoding.Utf8) : before with { Text = LineBreaks.Like(before.Text, content) }, cancellationToken);
        run.ForgetFailedEdits(file);
        return isChanged ? $"{(isNew ? "Made" : "Wrote")} {file}." : $"{file} reads so already; nothing was changed.";
    }

    [Description("Deletes a file.")]
    public async Task<string> DeleteFileAsync(
        [Description("The file, relative to the workspace.")] string path,
        CancellationToken cancellationToken = default)
    {
        var file = run.Files.Resolve(Arguments.Needed(path, "path"));
        if (new FileInfo(Path.Combine(run.Files.Folder.Root, path)).LinkTarget is not null)
        {
            throw new ToolException($"{path} is a link to {file}, and links are not deleted.");
        }

        await run.DeleteAsync(file, cancellationToken);
        return $"Deleted {file}.";
    }

    [Description("Renames a C# type or member everywhere in the workspace, by what the compiler takes it for. Comments and texts stay as they are.")]
    public Task<string> RenameSymbolAsync(
        [Description("Its name, with the type in front where others have the same: Basket.Total.")] string name,
        [Description("The name it gets.")] string newName,
        CancellationToken cancellationToken = default) =>
        new SymbolRename(run).RunAsync(Arguments.Needed(name, "name"), Arguments.Needed(newName, "newName"), cancellationToken);

    private ToolException Failed(WorkspacePath file, string why) =>
        new(run.CountFailedEdit(file) < MostFailedEdits
            ? why
            : $"{why}\nSeveral edits of {file} have failed: do not edit it again, but write the whole file with write_file.");

    private static string Ambiguous(WorkspacePath file, EditResult.Ambiguous ambiguous) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"oldText is in {file} {ambiguous.Lines.Count} times, at lines {string.Join(", ", ambiguous.Lines.Take(20))}: take in lines around the one that is meant.");

    private static string Missing(WorkspacePath file, string text, string oldText)
    {
        if (NearestLines.Find(text, oldText) is not var (first, last))
        {
            return $"oldText is not in {file}, and nothing there looks like it: read the file again.";
        }

        var lines = text.Split('\n')[(first - 1)..last].Select((line, index) => $"{first + index}\t{Shortened(line.TrimEnd('\r'))}");
        return $"oldText is not in {file}, or newText cannot be indented as the file is. The lines that look most like it:\n{string.Join('\n', lines)}";
    }

    private static string Shortened(string line) =>
        line.Length <= WorkspaceLimits.LineCharacters ? line : $"{line[..WorkspaceLimits.LineCharacters]}… (line cut)";

    private static string How(EditFit fit) => fit switch
    {
        EditFit.TrailingSpace => "; the file has other space at the ends of lines than oldText",
        EditFit.Indentation => "; it was indented as the file is",
        _ => "",
    };
}
