namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>What a run did to a file, from its first edit to its end.</summary>
public enum FileStatus
{
    Added,
    Modified,
    Deleted,
}
