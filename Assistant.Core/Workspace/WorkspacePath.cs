namespace Assistant.Core.Workspace;

/// <summary>A place in the workspace that the tools may touch; only <see cref="WorkspaceFiles.Resolve"/> says so.</summary>
/// <param name="Relative">From the root, with forward slashes, links followed; empty for the root itself.</param>
/// <param name="Full">The full, real path.</param>
public sealed record WorkspacePath(string Relative, string Full)
{
    /// <summary>Its name for a sentence.</summary>
    public override string ToString() => Relative.Length == 0 ? "the workspace" : Relative;
}
