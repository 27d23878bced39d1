using System.Collections.Concurrent;
using System.ComponentModel;
using Assistant.Core.Auditing;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Testing.Results;
using Assistant.Core.Workspace.Testing.Running;

namespace Assistant.Core.Workspace.Testing;

/// <summary>
/// Runs the tests of a trusted workspace: in bubblewrap where it can be used, and otherwise as they are, once a person has agreed for that workspace.
/// There they run without a network, so packages come from what is on this machine already.
/// </summary>
public sealed class TestRunner(TestCommandFinder commands, Bubblewrap bubblewrap, AgreedWorkspaces agreed, TimeProvider time, AuditLog audit)
{
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    /// <summary>How much of the output is kept.</summary>
    public const int OutputCharacters = 10_000;

    /// <summary>A run that writes more characters is ended.</summary>
    public const int MostOutput = 50_000_000;

    // Two runs would build into the same folders.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public TestReadiness ReadinessOf(WorkspaceFolder folder)
    {
        if (!folder.IsTrusted)
        {
            return new TestReadiness { Obstacle = "This workspace is not trusted, so nothing in it is run. Whoever administers the Assistant can trust it with Assistant:Workspace:Trusted." };
        }

        if (commands.Find(folder) is not { } command)
        {
            return new TestReadiness { Obstacle = "No command is known that runs the tests of this workspace. It can be set with Assistant:Workspace:TestCommand." };
        }

        var ready = new TestReadiness { Command = command, IsSandboxed = bubblewrap.IsUsable };
        return ready.IsSandboxed || agreed.Hold(folder) ? ready : ready with
        {
            NeedsAgreement = true,
            Obstacle = "Tests run in bubblewrap, which cannot be used here. Install it, or agree in the page that this workspace's tests run without it.",
        };
    }

    /// <summary>Runs them all, or those that <paramref name="filter"/> names as the command's own filter does.</summary>
    /// <exception cref="ToolException">They cannot be run.</exception>
    public async Task<TestRun> RunAsync(WorkspaceFolder folder, string? filter, CancellationToken cancellationToken)
    {
        var ready = ReadinessOf(folder);
        if (ready is not { Obstacle: null, Command: { } command })
        {
            throw new ToolException(ready.Obstacle!);
        }

        var turn = _turns.GetOrAdd(folder.Root, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        var results = Directory.CreateTempSubdirectory("assistant-tests-");
        try
        {
            return await RunAsync(folder, ready, command, string.IsNullOrWhiteSpace(filter) ? null : filter.Trim(), results.FullName, cancellationToken);
        }
        finally
        {
            Delete(results);
            turn.Release();
        }
    }

    private async Task<TestRun> RunAsync(
        WorkspaceFolder folder, TestReadiness ready, TestCommand command, string? filter, string results, CancellationToken cancellationToken)
    {
        var arguments = TestArguments.For(command, filter, results, TestCommandFinder.TestScriptOf(folder));
        var program = ProgramPath.Find(command.Program, folder.Root) ?? throw new ToolException($"\"{command.Program}\" is not installed, so \"{command.Text}\" cannot be run.");
        var mark = ready.IsSandboxed ? null : new RunMark();
        var start = mark?.Start(program, arguments) ?? bubblewrap.Wrap(folder.Root, results, program, arguments);
        start.WorkingDirectory = folder.Root;

        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var flood = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, flood.Token);
        var reader = ResultsReader.For(command.Kind);
        var output = new HeadAndTail(OutputCharacters);
        var written = 0L;
        var process = new RunningProcess(start, mark is null ? leader => leader.Kill() : mark.EndAll, Take);
        audit.Write(new AuditEntry(AuditKind.TestRun, null, null, new Dictionary<string, string>
        {
            ["workspace"] = folder.Root,
            ["command"] = command.Text,
            ["sandboxed"] = ready.IsSandboxed ? "yes" : "no",
        }));
        var since = time.GetTimestamp();
        var exitCode = await RunAsync(process, command, stop.Token);
        cancellationToken.ThrowIfCancellationRequested();
        var end = flood.IsCancellationRequested ? TestRunEnd.WroteTooMuch : exitCode is null ? TestRunEnd.TimedOut : TestRunEnd.Finished;
        return new TestRun
        {
            Command = command.Text,
            End = end,
            ExitCode = exitCode,
            Results = end == TestRunEnd.Finished ? reader.Finish(results) : null,
            Output = output.ToString(),
            Duration = time.GetElapsedTime(since),
            IsSandboxed = ready.IsSandboxed,
        };

        void Take(string line)
        {
            written += line.Length + 1;
            if (written > MostOutput)
            {
                flood.Cancel();
            }
            else if (reader.Read(line) is { } shown)
            {
                output.AppendLine(shown);
            }
        }
    }

    private static async Task<int?> RunAsync(RunningProcess process, TestCommand command, CancellationToken stop)
    {
        try
        {
            return await process.RunAsync(stop);
        }
        catch (Win32Exception failure)
        {
            throw new ToolException($"\"{command.Text}\" could not be started: {failure.Message}");
        }
    }

    private static void Delete(DirectoryInfo results)
    {
        try
        {
            results.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A test took away the right to: what it wrote there stays until the system clears its temporary files.
        }
    }
}
