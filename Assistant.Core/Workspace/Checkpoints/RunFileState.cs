namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>What a person has decided about a file that a run changed.</summary>
public enum RunFileState
{
    Open,
    Kept,
    Undone,
}
