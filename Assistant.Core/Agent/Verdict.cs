using System.Globalization;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Testing;

namespace Assistant.Core.Agent;

/// <summary>What a run came to, in one word and in sentences.</summary>
internal sealed record Verdict(string Outcome, string Words, RunTests? Tests = null)
{
    /// <param name="run">The tests as they are, if the model ran them.</param>
    public static Verdict OfNothing(TestRun? run) => new(AgentOutcome.NotVerified, "Nothing was changed.", TestsOf(run));

    public static Verdict Of(TestRun run, TestComparison comparison)
    {
        var outcome = comparison.IsVerified ? AgentOutcome.Verified : comparison.IsWorse ? AgentOutcome.Failed : AgentOutcome.NotVerified;
        return new Verdict(outcome, string.Join(' ', [.. Reasons(run, comparison), .. Remarks(comparison)]), TestsOf(run));
    }

    /// <summary>The loop was ended; the tests may have run all the same.</summary>
    public Verdict Because(ToolLoopEnd.Limited end) => this with { Outcome = AgentOutcome.Limit, Words = $"It was stopped because {end.Reason}. {Words}" };

    /// <summary>What the tests say of the changes.</summary>
    public static IEnumerable<string> Reasons(TestRun run, TestComparison comparison)
    {
        yield return run switch
        {
            { End: TestRunEnd.TimedOut } => $"`{run.Command}` took longer than {TestRunner.TimeLimit.TotalSeconds:0} seconds and was ended.",
            { End: TestRunEnd.WroteTooMuch } => $"`{run.Command}` wrote without end and was ended.",
            { Results: null } => $"`{run.Command}` ended with exit code {run.ExitCode?.ToString(CultureInfo.InvariantCulture)}, and no tests could be counted.",
            { Results.Total: 0 } => $"`{run.Command}` ran no test.",
            { Results: { } counts } => string.Create(CultureInfo.InvariantCulture, $"`{run.Command}`: {counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped."),
        };
        foreach (var (names, words) in new[]
        {
            (comparison.NewlyFailed.Select(test => test.Name), "Failing now, and not before"),
            (comparison.NewlySkipped, "Skipped now, and not before"),
            (comparison.Missing, "No longer there"),
            (comparison.SkippingFiles, "Sets tests aside that ran before"),
            (comparison.WeakenedFiles, "Checks less than before"),
        })
        {
            if (Named(names) is { } list)
            {
                yield return $"{words}: {list}.";
            }
        }
    }

    /// <summary>What speaks not against the changes and should be known.</summary>
    private static IEnumerable<string> Remarks(TestComparison comparison)
    {
        if (Named(comparison.FailedBefore) is { } failed)
        {
            yield return $"Failed before as well: {failed}.";
        }

        if (Named(comparison.EditedTestFiles) is { } edited)
        {
            yield return $"Test files were edited: {edited}.";
        }
    }

    private static RunTests? TestsOf(TestRun? run) =>
        run?.Results is { } counts ? new RunTests(run.Command, counts.Passed, counts.Failed, counts.Skipped) : null;

    private static string? Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? null : string.Join(", ", all.Take(5).Select(name => $"`{name}`")) + (all.Count > 5 ? $" and {all.Count - 5} more" : "");
    }
}
