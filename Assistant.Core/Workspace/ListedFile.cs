namespace Assistant.Core.Workspace;

/// <summary>A file as a list of its folder shows it.</summary>
/// <param name="Path">From the root of the workspace, with forward slashes.</param>
/// <param name="FullPath">The real path, as far as could be seen while listing.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written.</param>
public sealed record ListedFile(string Path, string FullPath, long Length, DateTimeOffset Modified);
