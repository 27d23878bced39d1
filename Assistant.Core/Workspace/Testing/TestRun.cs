namespace Assistant.Core.Workspace.Testing;

/// <summary>One run of a workspace's tests, from its command to its end.</summary>
public sealed record TestRun
{
    /// <summary>As it is typed in a shell, without what only serves to read its results.</summary>
    public required string Command { get; init; }

    public required TestRunEnd End { get; init; }

    /// <summary>None when it was ended before it said one.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>None when they cannot be known: nothing was built, the runner is none that is understood, or it was ended before.</summary>
    public required TestResults? Results { get; init; }

    /// <summary>What it wrote, its beginning and its end: at most <see cref="TestRunner.OutputCharacters"/> characters and a line that says how many are missing.</summary>
    public required string Output { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>It ran in bubblewrap: with no network, and nothing but the workspace to write to.</summary>
    public required bool IsSandboxed { get; init; }

    /// <summary>Tests ran, and all of them well. A run in which none ran is no pass, and neither is one whose tests cannot be counted.</summary>
    public bool IsPass => End == TestRunEnd.Finished && ExitCode == 0 && Results is { Failed: 0, Passed: > 0 };
}
