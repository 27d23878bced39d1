using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Files;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Workspace.Checkpoints;

/// <summary>A workspace that a run changes, as the tools change it.</summary>
internal sealed class ChangedWorkspace : IDisposable
{
    private readonly bool _hasGit;
    private readonly AuditLog _audit;
    private WorkspaceRun? _run;
    private RunCheckpoint? _checkpoint;

    public ChangedWorkspace(bool hasGit)
    {
        _hasGit = hasGit;
        _audit = new AuditLog(Options.Create(new DataOptions { Data = Folder.Data }), TimeProvider.System, NullLogger<AuditLog>.Instance);
        Restart();
    }

    public TestFolder Folder { get; } = new();

    public CheckpointStore Store { get; private set; } = null!;

    public AgentRuns Runs { get; private set; } = null!;

    /// <summary>Forgets what is only in memory.</summary>
    public void Restart()
    {
        var data = new DataOptions { Data = Folder.Data };
        Store = new CheckpointStore(data, Folder.Own, _hasGit ? CheckpointStore.InstalledGit : null, NullLogger<CheckpointStore>.Instance);
        Runs = new AgentRuns(data, Store, Folder.Own, new ManualTime(), _audit);
    }

    public Task<Checkpoint> TakeAsync() => Store.TakeAsync(WorkspaceFolder.Open(Folder.Root, isTrusted: false), CancellationToken.None);

    public async Task WriteAsync(string path, string text)
    {
        var run = Begin();
        var place = run.Files.Resolve(path);
        if (WorkspaceFiles.Exists(place))
        {
            await run.ReadAsync(place, CancellationToken.None);
        }

        await run.ChangeAsync(place, before => (before ?? FileText.Decode([])!) with { Text = text }, CancellationToken.None);
    }

    public async Task DeleteAsync(string path)
    {
        var run = Begin();
        await run.DeleteAsync(run.Files.Resolve(path), CancellationToken.None);
    }

    public Task<IReadOnlyList<FileChange>> ChangesAsync() => _checkpoint!.ChangesAsync(_run!.Touched, CancellationToken.None);

    public async Task<string> FinishAsync(string? conversationId = null)
    {
        var id = Guid.NewGuid().ToString("N");
        await Runs.AddAsync(Owner.Local, id, conversationId, "a task", _checkpoint!.Taken!, await ChangesAsync(), RunReport.Nothing, CancellationToken.None);
        return id;
    }

    public Task<UndoResult> UndoAsync(string id, params string[] paths) =>
        Runs.UndoAsync(Owner.Local, id, paths.Length == 0 ? null : paths, CancellationToken.None);

    public string Read(string path) => File.ReadAllText(Folder.PathOf(path));

    public bool Has(string path) => File.Exists(Folder.PathOf(path));

    public void Dispose()
    {
        _run?.Dispose();
        Runs.Dispose();
        _audit.Dispose();
        Folder.Dispose();
    }

    private WorkspaceRun Begin()
    {
        if (_run is null)
        {
            _run = Folder.Run();
            _checkpoint = new RunCheckpoint(Store, _run.Files);
            _run.BeforeEdit = _checkpoint.BeforeEditAsync;
        }

        return _run;
    }
}
