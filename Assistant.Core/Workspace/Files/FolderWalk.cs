using System.IO.Enumeration;
using System.Text;
using Assistant.Core.Workspace.Ignoring;

namespace Assistant.Core.Workspace.Files;

/// <summary>Walks a workspace without following links, leaving out what .gitignore files leave out.</summary>
internal sealed class FolderWalk(WorkspaceFolder workspace, OwnPlaces own)
{
    private static readonly EnumerationOptions Options = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>
    /// The files in a folder and beneath it, in the order of their paths. Asked for a folder that is itself ignored, it shows what is in there.
    /// </summary>
    public IEnumerable<ListedFile> FilesIn(WorkspacePath folder)
    {
        var open = new Stack<(WorkspacePath Folder, IgnoreRules Rules)>([(folder, RulesAbove(folder))]);
        while (open.TryPop(out var next))
        {
            var rules = RulesOf(next.Folder, next.Rules);
            var entries = Entries(next.Folder).Where(entry => IsShown(entry, rules)).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
            foreach (var file in entries.Where(entry => !entry.IsFolder))
            {
                yield return new ListedFile(file.Path, file.FullPath, file.Length, file.Modified);
            }

            foreach (var below in entries.Where(entry => entry.IsFolder).Reverse())
            {
                open.Push((new WorkspacePath(below.Path, below.FullPath), rules));
            }
        }
    }

    private bool IsShown(Entry entry, IgnoreRules rules) =>
        !entry.IsLink && !PathResolver.IsGit(System.IO.Path.GetFileName(entry.Path)) && !own.Hold(entry.FullPath) && !rules.Ignore(entry.Path, entry.IsFolder);

    // A folder that is gone by the time it is looked into holds nothing.
    private static List<Entry> Entries(WorkspacePath folder)
    {
        try
        {
            return [.. new FileSystemEnumerable<Entry>(folder.Full, (ref FileSystemEntry entry) => EntryOf(folder, ref entry), Options)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static Entry EntryOf(WorkspacePath folder, ref FileSystemEntry entry) => new(
        folder.Relative.Length == 0 ? entry.FileName.ToString() : $"{folder.Relative}/{entry.FileName}",
        entry.ToFullPath(),
        entry.IsDirectory,
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        entry.IsDirectory ? 0 : entry.Length,
        entry.LastWriteTimeUtc);

    private IgnoreRules RulesAbove(WorkspacePath folder)
    {
        var rules = IgnoreRules.BuiltIn;
        for (var end = 0; end < folder.Relative.Length; end = folder.Relative.IndexOf('/', end + 1) is var next && next < 0 ? folder.Relative.Length : next)
        {
            var above = folder.Relative[..end];
            rules = RulesOf(new WorkspacePath(above, System.IO.Path.Combine(workspace.Root, above)), rules);
        }

        return rules;
    }

    private static IgnoreRules RulesOf(WorkspacePath folder, IgnoreRules above)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder.Full, IgnoreRules.FileName));
        if (!file.Exists || file.LinkTarget is not null || file.Length > WorkspaceLimits.WholeFileBytes)
        {
            return above;
        }

        try
        {
            return above.With(File.ReadAllText(file.FullName, Encoding.UTF8), folder.Relative);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Rules that may not be read leave nothing out.
            return above;
        }
    }

    private sealed record Entry(string Path, string FullPath, bool IsFolder, bool IsLink, long Length, DateTimeOffset Modified);
}
