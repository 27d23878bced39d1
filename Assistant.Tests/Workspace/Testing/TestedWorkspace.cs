using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Testing;
using Assistant.Core.Workspace.Testing.Running;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>A workspace in a folder of its own, and what runs its tests, with data of its own beside it.</summary>
internal sealed class TestedWorkspace : IDisposable
{
    // A busy machine may be slow to start something; nothing waits so long when all is well.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly bool _isSandboxed;
    private readonly string? _command;

    /// <param name="isSandboxed">Whether there is a bubblewrap.</param>
    /// <param name="command">What runs its tests; none when it is to be found.</param>
    public TestedWorkspace(bool isSandboxed = false, string? command = null)
    {
        (_isSandboxed, _command) = (isSandboxed, command);
        Folder = WorkspaceFolder.Open(_folder.CreateSubdirectory("workspace").FullName, isTrusted: true);
        Data = new DataOptions { Data = _folder.CreateSubdirectory("data").FullName };
        Audit = new AuditLog(Options.Create(Data), Time, NullLogger<AuditLog>.Instance);
        Agreed = new AgreedWorkspaces(Options.Create(Data), Audit);
        if (!isSandboxed)
        {
            Agreed.Agree(Owner.Local, Folder);
        }
    }

    public WorkspaceFolder Folder { get; }

    public DataOptions Data { get; }

    public AuditLog Audit { get; }

    public AgreedWorkspaces Agreed { get; private set; }

    public ManualTime Time { get; } = new();

    public TestRunner Runner => new(
        new TestCommandFinder(Options.Create(new TestOptions { TestCommand = _command })), new Bubblewrap(Data, _isSandboxed ? Bubblewrap.Installed : null), Agreed, Time, Audit);

    /// <summary>A mark that no other process bears, to look for in what still runs.</summary>
    public string Mark { get; } = $"assistant-{Guid.NewGuid():N}";

    public TestedWorkspace With(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public string PathOf(string path) => Path.Combine(Folder.Root, path);

    /// <summary>Forgets what is only in memory.</summary>
    public void Restart() => Agreed = new AgreedWorkspaces(Options.Create(Data), Audit);

    public Task<TestRun> RunAsync(string? filter = null, CancellationToken cancellationToken = default) => Runner.RunAsync(Folder, filter, cancellationToken);

    /// <summary>Starts a run and waits until it has made the file "started".</summary>
    public async Task<Task<TestRun>> StartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Folder.Root, "started");
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.EnableRaisingEvents = true;
        var run = RunAsync(null, cancellationToken);
        await (await Task.WhenAny(started.Task, run)).WaitAsync(Patience, CancellationToken.None);
        Assert.False(run.IsCompleted, "It ended before it had begun.");
        return run;
    }

    /// <summary>The processes that bear the mark in their command line.</summary>
    public IReadOnlyList<string> StillRunning() => RunningProcesses.Left(Mark);

    public void Dispose()
    {
        Audit.Dispose();
        _folder.Delete(recursive: true);
    }
}
