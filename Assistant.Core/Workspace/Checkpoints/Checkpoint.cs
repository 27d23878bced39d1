namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>How a workspace was at one moment. What it holds lies in the data folder; <see cref="CheckpointStore"/> finds it again, also after a restart.</summary>
/// <param name="Root">The workspace's folder.</param>
/// <param name="Tree">Where all its files are kept in git; none where git is missing, and only copies of the touched files are kept.</param>
public sealed record Checkpoint(string Id, string Root, string? Tree);
