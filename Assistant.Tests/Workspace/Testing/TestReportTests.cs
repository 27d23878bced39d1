using Assistant.Core.Workspace.Testing;

namespace Assistant.Tests.Workspace.Testing;

public sealed class TestReportTests
{
    private static readonly TestRun Green = new()
    {
        Command = "dotnet test",
        End = TestRunEnd.Finished,
        ExitCode = 0,
        Results = new TestResults(12, 0, 1),
        Output = "a lot that nobody needs",
        Duration = TimeSpan.FromSeconds(1),
        IsSandboxed = true,
    };

    [Fact]
    public void Of_a_run_that_passed_the_counts_are_enough() => Assert.Equal("dotnet test\n\nPassed: 12, Failed: 0, Skipped: 1", TestReport.Of(Green));

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void However_much_failed_it_keeps_to_its_length_and_shows_both_ends(int count)
    {
        var failed = Enumerable.Range(0, count).Select(number => new FailedTest($"Test{number}", new string('m', 2_000))).ToList();
        var run = Green with { ExitCode = 1, Results = new TestResults(0, count, 0) { FailedTests = failed }, Output = $"begins{new string('o', 10_000)}ends" };

        var report = TestReport.Of(run);

        Assert.InRange(report.Length, 5_000, TestReport.Characters);
        Assert.StartsWith("dotnet test\n\nFailed: Test0\nm", report);
        Assert.Contains("characters left out]", report);
        Assert.Contains("Output:\nbegins", report);
        Assert.Contains($"ends\n\nPassed: 0, Failed: {count}, Skipped: 0 (exit code 1)", report);
    }

    [Fact]
    public void What_is_not_known_is_said_to_be_unknown() =>
        Assert.Contains("How many tests passed or failed is not known (exit code 0).", TestReport.Of(Green with { Results = null }));

    [Fact]
    public void A_run_that_took_too_long_says_so() =>
        Assert.Contains("longer than 120 seconds", TestReport.Of(Green with { End = TestRunEnd.TimedOut, ExitCode = null, Results = null }));
}
