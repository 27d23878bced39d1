using System.Globalization;
using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Searching;

/// <summary>The files of a folder, one path a line.</summary>
internal static class FileList
{
    private const int MostFiles = 500;

    public static string Of(WorkspaceFiles files, WorkspacePath folder, string? pattern)
    {
        if (WorkspaceFiles.Exists(folder))
        {
            throw new ToolException($"{folder} is a file: read_file reads it.");
        }

        var fitting = string.IsNullOrWhiteSpace(pattern) ? null : new FilePattern(pattern);
        var start = folder.Relative.Length == 0 ? 0 : folder.Relative.Length + 1;
        var paths = files.List(folder).Select(file => file.Path).Where(path => fitting is null || fitting.Fits(path[start..])).ToList();
        var shown = paths.Take(MostFiles);
        return paths.Count == 0 ? $"No file{(fitting is null ? "" : $" fits {pattern}")} in {folder}."
            : paths.Count <= MostFiles ? string.Join('\n', shown)
            : string.Join('\n', shown.Append(Rest(paths, start)));
    }

    // Enough to choose where to look next.
    private static string Rest(List<string> paths, int start)
    {
        var folders = paths.Skip(MostFiles).CountBy(path => path.IndexOf('/', start) is var end && end < 0 ? path : path[..(end + 1)]).Take(20);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({paths.Count - MostFiles} more are not shown: {string.Join(", ", folders.Select(folder => $"{folder.Value} in {folder.Key}"))}; name a folder or a pattern)");
    }
}
