namespace Assistant.Core.Workspace.Testing;

/// <summary>A test that failed.</summary>
/// <param name="Message">What it said about it; empty where the runner does not tell.</param>
public sealed record FailedTest(string Name, string Message);
