namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>A file that a run changed, as it is remembered.</summary>
/// <param name="Left">The hash of what the run left there; none for a file it deleted. While it is the same, nobody has changed the file since.</param>
public sealed record RunFile(string Path, FileStatus Status, string? Left, string Diff, RunFileState State = RunFileState.Open);
