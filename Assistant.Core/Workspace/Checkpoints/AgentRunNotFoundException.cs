namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>There is no such run, or it is somebody else's.</summary>
public sealed class AgentRunNotFoundException() : Exception("There is no such run.");
