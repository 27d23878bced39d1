namespace Assistant.Core.Workspace.Testing;

/// <summary>What became of the tests between the beginning of a run and its end, and whether that proves the work.</summary>
public sealed record TestComparison
{
    /// <summary>Failed at the end, and is not known to have failed at the beginning.</summary>
    public required IReadOnlyList<FailedTest> NewlyFailed { get; init; }

    /// <summary>Failed at the end as at the beginning.</summary>
    public required IReadOnlyList<string> FailedBefore { get; init; }

    /// <summary>Skipped at the end and not at the beginning, by name.</summary>
    public required IReadOnlyList<string> NewlySkipped { get; init; }

    /// <summary>Passed at the beginning, and was not heard of at the end: removed, or renamed.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>How many tests there are fewer than at the beginning.</summary>
    public required int Fewer { get; init; }

    /// <summary>Files that set more tests aside than before.</summary>
    public required IReadOnlyList<string> SkippingFiles { get; init; }

    /// <summary>Files of tests that are gone or check less than before.</summary>
    public required IReadOnlyList<string> WeakenedFiles { get; init; }

    /// <summary>Files of tests that were there before and are different now: also a change that weakens nothing should be seen.</summary>
    public required IReadOnlyList<string> EditedTestFiles { get; init; }

    /// <summary>
    /// Tests ran, all that passed before pass, what still fails failed before, and none was skipped, weakened or taken away. That test files were edited
    /// does not speak against it by itself.
    /// </summary>
    public required bool IsVerified { get; init; }

    /// <param name="baseline">None when it could not be run: then no failure is excused.</param>
    /// <param name="touched">The files that are different from what they were at the beginning.</param>
    public static TestComparison Between(TestRun? baseline, TestRun end, IReadOnlyList<TouchedFile> touched)
    {
        var before = baseline?.Results;
        var after = end.Results;
        var failedBefore = (before?.FailedTests ?? []).Select(test => test.Name).ToHashSet(StringComparer.Ordinal);
        var failed = after?.FailedTests ?? [];
        var tests = touched.Where(file => TestFiles.IsTest(file.Path) && file.Before is not null).ToList();
        var comparison = new TestComparison
        {
            NewlyFailed = [.. failed.Where(test => !failedBefore.Contains(test.Name))],
            FailedBefore = [.. failed.Select(test => test.Name).Where(failedBefore.Contains)],
            NewlySkipped = [.. (after?.SkippedNames ?? Nothing).Except(before?.SkippedNames ?? after?.SkippedNames ?? Nothing).Order(StringComparer.Ordinal)],
            Missing = Gone(before, after),
            Fewer = before is null || after is null ? 0 : Math.Max(0, before.Total - after.Total),
            SkippingFiles = [.. touched.Where(file => TestFiles.Skips(file.After) > TestFiles.Skips(file.Before)).Select(file => file.Path)],
            WeakenedFiles = [.. tests.Where(file => TestFiles.Checks(file.After) < TestFiles.Checks(file.Before)).Select(file => file.Path)],
            EditedTestFiles = [.. tests.Where(file => file.After is not null).Select(file => file.Path)],
            IsVerified = false,
        };
        return comparison with { IsVerified = comparison.Proves(before, end) };
    }

    private static IReadOnlySet<string> Nothing { get; } = new HashSet<string>();

    private static IReadOnlyList<string> Gone(TestResults? before, TestResults? after) =>
        before?.PassedNames is { } passed && after is { PassedNames: { } still, SkippedNames: { } skipped }
            ? [.. passed.Except(still).Except(skipped).Except(after.FailedTests.Select(test => test.Name)).Order(StringComparer.Ordinal)]
            : [];

    private bool Proves(TestResults? before, TestRun end) =>
        end is { End: TestRunEnd.Finished, Results: { Passed: > 0 } after }
        && NewlyFailed.Count == 0 && after.Failed <= FailedBefore.Count && (end.ExitCode == 0 || after.Failed > 0)
        && NewlySkipped.Count == 0 && after.Skipped <= (before?.Skipped ?? after.Skipped)
        && Fewer == 0 && SkippingFiles.Count == 0 && WeakenedFiles.Count == 0;
}
