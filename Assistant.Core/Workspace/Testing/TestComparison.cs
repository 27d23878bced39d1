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
    public bool IsVerified { get; private init; }

    /// <summary>Tests fail that are not known to have failed before, or do not even come to their end, as they did before: the work has broken something.</summary>
    public bool IsWorse { get; private init; }

    /// <summary>The tests went well and say nothing of the work, now as before: there are none, or they cannot be counted.</summary>
    public bool TellsNothing { get; private init; }

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
        };
        return comparison with
        {
            IsVerified = comparison.Proves(before, end),
            IsWorse = comparison.FailsMore(after) || (IsBroken(end) && (baseline is null || !IsBroken(baseline))),
            TellsNothing = IsEmpty(before) && IsEmpty(after) && comparison.IsHonest(before, after) && (!IsBroken(end) || (before?.Total == 0 && after?.Total == 0)),
        };
    }

    private static IReadOnlySet<string> Nothing { get; } = new HashSet<string>();

    private static IReadOnlyList<string> Gone(TestResults? before, TestResults? after) =>
        before?.PassedNames is { } passed && after is { PassedNames: { } still, SkippedNames: { } skipped }
            ? [.. passed.Except(still).Except(skipped).Except(after.FailedTests.Select(test => test.Name)).Order(StringComparer.Ordinal)]
            : [];

    private bool Proves(TestResults? before, TestRun end) =>
        end is { End: TestRunEnd.Finished, Results: { Passed: > 0 } after }
        && !FailsMore(after) && !IsBroken(end) && IsHonest(before, after);

    private bool FailsMore(TestResults? after) => NewlyFailed.Count > 0 || after?.Failed > FailedBefore.Count;

    private bool IsHonest(TestResults? before, TestResults? after) =>
        NewlySkipped.Count == 0 && !(after?.Skipped > before?.Skipped) && Fewer == 0 && SkippingFiles.Count == 0 && WeakenedFiles.Count == 0;

    private static bool IsEmpty(TestResults? results) => results is null or { Passed: 0, Failed: 0 };

    /// <summary>Something else went wrong than a test that failed.</summary>
    private static bool IsBroken(TestRun run) => run.End != TestRunEnd.Finished || (run.ExitCode != 0 && run.Results is null or { Failed: 0 });
}
