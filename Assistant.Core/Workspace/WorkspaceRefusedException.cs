namespace Assistant.Core.Workspace;

/// <summary>Why a folder cannot be the workspace, in a sentence for the person who picked it.</summary>
public sealed class WorkspaceRefusedException(string message) : Exception(message);
