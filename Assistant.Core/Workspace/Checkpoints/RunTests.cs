namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>A run's tests, counted.</summary>
public sealed record RunTests(string Command, int Passed, int Failed, int Skipped);
