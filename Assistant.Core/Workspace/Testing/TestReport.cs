using System.Globalization;
using System.Text;
using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Testing;

/// <summary>A test run as a model reads it: the command, what failed and why, what was written, and at the end the counts.</summary>
public static class TestReport
{
    /// <summary>How long one is at most.</summary>
    public const int Characters = 10_000;

    // What the frame around the output takes: the lines before and after it, and those that say what is missing.
    private const int Frame = 600;

    private const int FailureCharacters = 6_000;

    public static string Of(TestRun run)
    {
        var failures = HeadAndTail.Of(Failures(run), FailureCharacters);
        var text = new StringBuilder().Append(run.Command).Append('\n');
        if (failures.Length > 0)
        {
            text.Append('\n').Append(failures).Append('\n');
        }

        if (!run.IsPass && !string.IsNullOrWhiteSpace(run.Output))
        {
            text.Append("\nOutput:\n").Append(HeadAndTail.Of(run.Output.Trim(), Characters - Frame - failures.Length)).Append('\n');
        }

        return text.Append('\n').Append(Sum(run)).ToString();
    }

    private static string Failures(TestRun run) => string.Join("\n\n", (run.Results?.FailedTests ?? []).Select(test => $"Failed: {test.Name}\n{test.Message}".TrimEnd()));

    private static string Sum(TestRun run)
    {
        var end = run.End switch
        {
            TestRunEnd.TimedOut => string.Create(CultureInfo.InvariantCulture, $"They were stopped: they took longer than {TestRunner.TimeLimit.TotalSeconds:0} seconds."),
            TestRunEnd.WroteTooMuch => "They were stopped: they wrote without end.",
            _ when run.Results is { Total: 0 } => $"No test ran (exit code {run.ExitCode}).",
            _ when run.Results is { } results => $"Passed: {results.Passed}, Failed: {results.Failed}, Skipped: {results.Skipped}{(run.ExitCode == 0 ? "" : $" (exit code {run.ExitCode})")}",
            _ => $"How many tests passed or failed is not known (exit code {run.ExitCode}).",
        };
        return run is { IsSandboxed: true, ExitCode: not 0 } ? $"{end}\nTests run without a network: packages that are not on this machine yet cannot be had." : end;
    }
}
