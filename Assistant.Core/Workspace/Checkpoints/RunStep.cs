namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>One call of a tool.</summary>
/// <param name="Target">What it was about, in a few words.</param>
public sealed record RunStep(string Tool, string Target, TimeSpan Took, bool HasFailed);
