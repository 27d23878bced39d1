using Assistant.Core.Workspace.Testing;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>Whatever a test does, its run ends when it should, and nothing of it is left.</summary>
public sealed class StoppingTests
{
    /// <summary>How long it really takes is for a quiet machine to say; this only ends a test that would wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Things that tests do, as lines of a shell script. "$1" is what they are recognised by.</summary>
    public static TheoryData<string> Misdeeds =>
    [
        "exec tail -f /dev/null \"$1\"",
        "sh -c 'while :; do :; done' \"$1\"",
        "setsid sh -c 'tail -f /dev/null' \"$1\"",
        "setsid sh -c 'setsid sh -c \"while :; do :; done\" '$1' & exit' & wait; sleep 1000",
        "trap '' TERM INT HUP; tail -f /dev/null \"$1\" & tail -f /dev/null \"$1\" & wait",
        "(setsid tail -f /dev/null \"$1\" >/dev/null 2>&1 &) ; sleep 1000",
    ];

    [SandboxTheory]
    [MemberData(nameof(Misdeeds))]
    public Task Stop_leaves_nothing_running_in_the_sandbox(string misdeed) => StopAsync(misdeed, isSandboxed: true);

    [LinuxTheory]
    [MemberData(nameof(Misdeeds))]
    public Task Stop_leaves_nothing_running_without_it(string misdeed) => StopAsync(misdeed, isSandboxed: false);

    [SandboxFact]
    public Task What_takes_too_long_is_ended_in_the_sandbox() => TakeTooLongAsync(isSandboxed: true);

    [LinuxFact]
    public Task What_takes_too_long_is_ended_without_it() => TakeTooLongAsync(isSandboxed: false);

    [SandboxTheory]
    [InlineData("yes")]
    [InlineData("tr '\\0' x < /dev/zero")]
    public Task What_writes_without_end_is_ended_in_the_sandbox(string flood) => FloodAsync(flood, isSandboxed: true);

    [LinuxTheory]
    [InlineData("yes >&2")]
    [InlineData("tr '\\0' x < /dev/zero")]
    public Task What_writes_without_end_is_ended_without_it(string flood) => FloodAsync(flood, isSandboxed: false);

    [LinuxFact]
    public async Task What_tests_leave_behind_is_ended_when_they_are_over()
    {
        using var workspace = Workspace("setsid sh -c 'tail -f /dev/null' \"$1\" >/dev/null 2>&1 & exit 0", isSandboxed: false);

        var run = await workspace.RunAsync();

        Assert.Equal((TestRunEnd.Finished, 0), (run.End, run.ExitCode));
        Assert.Empty(workspace.StillRunning());
    }

    [SandboxFact]
    public async Task A_run_goes_on_when_the_thread_that_asked_for_it_is_gone()
    {
        using var workspace = Workspace("while [ ! -e gone ]; do :; done; echo went on", isSandboxed: true);
        Task<TestRun> run = null!;
        var asking = new Thread(() => run = workspace.RunAsync());
        asking.Start();
        asking.Join();
        workspace.With("gone", "");

        Assert.Contains("went on", (await run).Output);
    }

    private static async Task StopAsync(string misdeed, bool isSandboxed)
    {
        using var workspace = Workspace(misdeed, isSandboxed);
        using var stop = new CancellationTokenSource();
        var run = await workspace.StartAsync(stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));

        Assert.Empty(workspace.StillRunning());
    }

    private static async Task TakeTooLongAsync(bool isSandboxed)
    {
        using var workspace = Workspace("echo begun; tail -f /dev/null \"$1\"", isSandboxed);
        var run = await workspace.StartAsync(CancellationToken.None);

        workspace.Time.Advance(TestRunner.TimeLimit);

        var ended = await run;
        Assert.Equal((TestRunEnd.TimedOut, null, null), (ended.End, ended.ExitCode, ended.Results));
        Assert.False(ended.IsPass);
        Assert.Empty(workspace.StillRunning());
    }

    private static async Task FloodAsync(string flood, bool isSandboxed)
    {
        using var workspace = Workspace($"echo begun; {flood}", isSandboxed);

        var run = await workspace.RunAsync();

        Assert.Equal(TestRunEnd.WroteTooMuch, run.End);
        Assert.StartsWith("begun\n", run.Output);
        Assert.InRange(run.Output.Length, TestRunner.OutputCharacters, TestRunner.OutputCharacters + 100);
    }

    private static TestedWorkspace Workspace(string script, bool isSandboxed)
    {
        var workspace = new TestedWorkspace(isSandboxed, command: "sh tests.sh");
        return workspace.With("tests.sh", $"set -- {workspace.Mark}\ntouch started\n{script}\n");
    }
}
