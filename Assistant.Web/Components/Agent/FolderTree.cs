namespace Assistant.Web.Components.Agent;

/// <summary>The files of a folder, and the folders in it.</summary>
/// <param name="Path">From the workspace's root, with forward slashes; empty for the root.</param>
public sealed record FolderTree(string Path, IReadOnlyList<FolderTree> Folders, IReadOnlyList<string> Files)
{
    public static FolderTree Empty { get; } = new("", [], []);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>One of these files lies in it, or in a folder in it.</summary>
    public bool HoldsAny(IEnumerable<string> paths) => paths.Any(path => path.StartsWith($"{Path}/", StringComparison.Ordinal));

    public static FolderTree Of(IEnumerable<string> paths) => Of("", [.. paths.Order(StringComparer.OrdinalIgnoreCase)]);

    private static FolderTree Of(string folder, IReadOnlyList<string> paths)
    {
        var start = folder.Length == 0 ? 0 : folder.Length + 1;
        var inside = paths.ToLookup(path => path.IndexOf('/', start));
        var folders = paths.Where(path => path.IndexOf('/', start) >= 0).GroupBy(path => path[..path.IndexOf('/', start)]);
        return new FolderTree(folder, [.. folders.Select(group => Of(group.Key, [.. group]))], [.. inside[-1]]);
    }
}
