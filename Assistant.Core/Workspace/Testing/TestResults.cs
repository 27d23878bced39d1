namespace Assistant.Core.Workspace.Testing;

/// <summary>How the tests of one run ended, as their runner told. Names are missing where it does not tell them.</summary>
public sealed record TestResults(int Passed, int Failed, int Skipped)
{
    /// <summary>May be fewer than <see cref="Failed"/>, where not all are named.</summary>
    public IReadOnlyList<FailedTest> FailedTests { get; init; } = [];

    /// <summary>None when the runner does not name them.</summary>
    public IReadOnlySet<string>? PassedNames { get; init; }

    /// <summary>None when the runner does not name them.</summary>
    public IReadOnlySet<string>? SkippedNames { get; init; }

    public int Total => Passed + Failed + Skipped;
}
