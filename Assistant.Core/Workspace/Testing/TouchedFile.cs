namespace Assistant.Core.Workspace.Testing;

/// <summary>A file that a run of the agent changed, as text.</summary>
/// <param name="Path">From the workspace's root, with forward slashes.</param>
/// <param name="Before">None for a file that was added.</param>
/// <param name="After">None for a file that was deleted.</param>
public sealed record TouchedFile(string Path, string? Before, string? After);
