namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>Git could not do what it was asked.</summary>
internal sealed class GitException(string message, Exception? cause = null) : Exception(message, cause);
