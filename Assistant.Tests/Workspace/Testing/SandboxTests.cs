using System.Net;
using System.Net.Sockets;
using Assistant.Core;
using Assistant.Core.Tools;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>What tests can reach, and when they run at all.</summary>
public sealed class SandboxTests
{
    [Fact]
    public async Task A_workspace_that_is_not_trusted_is_never_run()
    {
        using var workspace = Script("touch ran", isSandboxed: false);
        var untrusted = workspace.Folder with { IsTrusted = false };

        var refusal = await Assert.ThrowsAsync<ToolException>(() => workspace.Runner.RunAsync(untrusted, null, CancellationToken.None));

        Assert.Contains("not trusted", refusal.Message);
        Assert.False(workspace.Runner.ReadinessOf(untrusted).NeedsAgreement);
        Assert.False(File.Exists(workspace.PathOf("ran")));
    }

    [LinuxFact]
    public async Task Without_a_sandbox_nothing_runs_until_a_person_agrees()
    {
        using var workspace = Script("touch ran", isSandboxed: false);
        workspace.Agreed.Withdraw(Owner.Local, workspace.Folder);
        workspace.Restart();
        Assert.True(workspace.Runner.ReadinessOf(workspace.Folder).NeedsAgreement);
        await Assert.ThrowsAsync<ToolException>(() => workspace.RunAsync());
        Assert.False(File.Exists(workspace.PathOf("ran")));

        workspace.Agreed.Agree(Owner.Local, workspace.Folder);
        workspace.Restart();

        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        Assert.True(File.Exists(workspace.PathOf("ran")));
    }

    [Fact]
    public void An_agreement_that_cannot_be_read_is_none()
    {
        using var workspace = Script("exit 0", isSandboxed: false);
        File.WriteAllText(Assert.Single(Directory.GetFiles(workspace.Data.Data, "agreed*")), "{");
        workspace.Restart();

        Assert.NotNull(workspace.Runner.ReadinessOf(workspace.Folder).Obstacle);
    }

    [SandboxFact]
    public Task No_key_of_ours_reaches_the_tests_in_the_sandbox() => LookForKeyAsync("env; tr '\\0' '\\n' < /proc/1/environ", isSandboxed: true);

    [LinuxFact]
    public Task No_key_of_ours_reaches_the_tests_without_it() => LookForKeyAsync("env", isSandboxed: false);

    [SandboxFact]
    public async Task There_is_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var workspace = Script($"bash -c 'echo hello > /dev/tcp/127.0.0.1/{port}' && echo reached", isSandboxed: true);

        var run = await workspace.RunAsync();

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("reached", run.Output.Split('\n'));
        Assert.False(listener.Pending());
    }

    [SandboxTheory]
    [InlineData(".git/hooks/post-checkout")]
    [InlineData(".git/config")]
    [InlineData("packages/library/.git/config")]
    [InlineData("/etc/assistant-test")]
    [InlineData("/usr/assistant-test")]
    [InlineData("../beside")]
    public async Task Nothing_but_the_workspace_can_be_written(string path)
    {
        using var workspace = Script($"echo x > '{path}'; echo y > inside", isSandboxed: true)
            .With(".git/config", "[core]").With(".git/hooks/old", "").With("packages/library/.git/config", "[core]");

        await workspace.RunAsync();

        Assert.Equal("y\n", File.ReadAllText(workspace.PathOf("inside")));
        Assert.Equal("[core]", File.ReadAllText(workspace.PathOf(".git/config")));
        Assert.Equal("[core]", File.ReadAllText(workspace.PathOf("packages/library/.git/config")));
        Assert.False(File.Exists(workspace.PathOf(path)) && !path.EndsWith("config", StringComparison.Ordinal));
    }

    [SandboxFact]
    public async Task Homes_and_our_own_data_are_not_to_be_seen()
    {
        using var workspace = new TestedWorkspace(isSandboxed: true, command: "sh tests.sh");
        var secret = Path.Combine(workspace.Data.Data, "model.json");
        File.WriteAllText(secret, "a key");
        workspace.With("tests.sh", $"cat '{secret}'; ls -A ~; ls -A /root /home /run\n");

        var run = await workspace.RunAsync();

        Assert.DoesNotContain("a key", run.Output);
        Assert.DoesNotContain(".ssh", run.Output);
        Assert.DoesNotContain(".config", run.Output);
    }

    [SandboxFact]
    public async Task The_sample_project_in_our_data_can_be_tested()
    {
        using var workspace = new TestedWorkspace(isSandboxed: true, command: "sh tests.sh");
        var sample = Directory.CreateDirectory(Path.Combine(workspace.Data.Data, "sample"));
        File.WriteAllText(Path.Combine(sample.FullName, "tests.sh"), "ls -A ..; touch ran");
        File.WriteAllText(Path.Combine(workspace.Data.Data, "model.json"), "a key");

        var run = await workspace.Runner.RunAsync(Core.Workspace.WorkspaceFolder.Open(sample.FullName, isTrusted: true), null, CancellationToken.None);

        Assert.Equal((0, "sample\n"), (run.ExitCode, run.Output));
        Assert.True(File.Exists(Path.Combine(sample.FullName, "ran")));
    }

    [LinuxFact]
    public async Task A_program_that_is_not_installed_is_named()
    {
        using var workspace = new TestedWorkspace(command: "no-such-runner --all");

        Assert.Contains("\"no-such-runner\" is not installed", (await Assert.ThrowsAsync<ToolException>(() => workspace.RunAsync())).Message);
    }

    private static async Task LookForKeyAsync(string script, bool isSandboxed)
    {
        Environment.SetEnvironmentVariable("CLEAN_ENVIRONMENT_TEST_KEY", "a-key-of-ours");
        using var workspace = Script(script, isSandboxed);

        var run = await workspace.RunAsync();

        Assert.Contains("UseSharedCompilation=false", run.Output);
        Assert.DoesNotContain("CLEAN_ENVIRONMENT_TEST_KEY", run.Output);
    }

    private static TestedWorkspace Script(string script, bool isSandboxed) =>
        new TestedWorkspace(isSandboxed, command: "sh tests.sh").With("tests.sh", script + "\n");
}
