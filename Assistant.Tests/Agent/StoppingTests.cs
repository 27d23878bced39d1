using Assistant.Core.Agent;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace.Testing;
using static Assistant.Tests.Agent.Script;

namespace Assistant.Tests.Agent;

/// <summary>Stop ends whatever the agent is at, keeps what it has done, and leaves nothing running.</summary>
public sealed class StoppingTests
{
    // A busy machine may be slow to start something; nothing waits so long when all is well.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task While_the_model_is_at_work()
    {
        var gate = new Gate();
        var model = new ScriptedModel(Calls(Write("a.py", "one\n")), new ScriptedTurn("Hm") { Gate = gate });
        await using var workspace = new AgentWorkspace(model);

        var reply = workspace.Start("Do it.");
        await gate.Reached;
        var result = await StopAsync(workspace, reply);

        Assert.Equal(["a.py"], result.Files);
        Assert.Equal("It was stopped. What had been changed until then is listed; no tests prove it.", result.Verdict);
    }

    [LinuxFact]
    public async Task Before_the_first_change_while_the_tests_run_as_they_are()
    {
        await using var workspace = Workspace("touch started; exec tail -f /dev/null \"$1\"", isSandboxed: false);

        var result = await StopInTestsAsync(workspace);

        Assert.Empty(result.Files);
        Assert.False(workspace.Has("a.py"));
    }

    [LinuxFact]
    public async Task While_the_tests_judge_the_changes() => await StopAtTheEndAsync(isSandboxed: false);

    [SandboxFact]
    public async Task While_the_tests_judge_the_changes_in_the_sandbox() => await StopAtTheEndAsync(isSandboxed: true);

    private static async Task StopAtTheEndAsync(bool isSandboxed)
    {
        await using var workspace = Workspace("[ -e a.py ] || exit 0; touch started; setsid tail -f /dev/null \"$1\"; wait", isSandboxed);

        var result = await StopInTestsAsync(workspace);

        Assert.Equal(["a.py"], result.Files);
    }

    private static async Task<AgentResult> StopInTestsAsync(AgentWorkspace workspace)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(workspace.Root, "started");
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.EnableRaisingEvents = true;

        var reply = workspace.Start("Do it.");
        await started.Task.WaitAsync(Patience);
        return await StopAsync(workspace, reply);
    }

    private static async Task<AgentResult> StopAsync(AgentWorkspace workspace, Reply reply)
    {
        await reply.StopAsync();
        var result = await workspace.EndOfAsync(reply);

        Assert.Equal((ReplyState.Stopped, AgentOutcome.Stopped), (reply.State, result.Outcome));
        Assert.Empty(RunningProcesses.Left(workspace.Mark));
        return result;
    }

    private static AgentWorkspace Workspace(string script, bool isSandboxed)
    {
        var model = new ScriptedModel(Calls(Write("a.py", "one\n")), Says("Done."));
        var workspace = new AgentWorkspace(model) { IsSandboxed = isSandboxed, TestCommand = "sh tests.sh" };
        return workspace.With("tests.sh", $"set -- {workspace.Mark}\n{script}\n");
    }
}
