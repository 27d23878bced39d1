using Assistant.Core.Diffs;
using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>A file that is different from how it was at a checkpoint.</summary>
/// <param name="Path">From the workspace's root, with forward slashes.</param>
/// <param name="Before">Its text at the checkpoint; none when it was not there, or is no text.</param>
/// <param name="After">Its text now; none when it is gone, or is no text.</param>
/// <param name="Left">The hash of what is there now, as <see cref="WorkspaceFiles.HashOf"/> makes it; none when it is gone.</param>
public sealed record FileChange(string Path, FileStatus Status, string? Before, string? After, string? Left)
{
    // Of more a diff takes seconds, and nobody reads it.
    private const int LongestText = 1024 * 1024;

    /// <summary>As a unified diff; a sentence instead where there is none to show.</summary>
    public string Diff =>
        (Before is null && Status != FileStatus.Added) || (After is null && Status != FileStatus.Deleted) ? $"{Path} holds no text.\n"
        : Before?.Length > LongestText || After?.Length > LongestText ? $"{Path} is too long to show what is different.\n"
        : UnifiedDiff.Between(Before ?? "", After ?? "", Path);

    internal static FileChange Of(string path, byte[]? before, byte[]? after)
    {
        var status = before is null ? FileStatus.Added : after is null ? FileStatus.Deleted : FileStatus.Modified;
        return new FileChange(path, status, TextOf(before), TextOf(after), after is null ? null : WorkspaceFiles.HashOf(after));
    }

    private static string? TextOf(byte[]? bytes) => bytes is null ? null : FileText.Decode(bytes)?.Text;
}
