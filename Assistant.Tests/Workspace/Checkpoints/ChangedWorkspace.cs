using Assistant.Core;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Workspace.Checkpoints;

/// <summary>A workspace that a run changes, as the tools change it.</summary>
internal sealed class ChangedWorkspace : IDisposable
{
    private readonly bool _hasGit;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private RunCheckpoint? _run;

    public ChangedWorkspace(bool hasGit)
    {
        _hasGit = hasGit;
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
        Runs = new AgentRuns(data, Store, Folder.Own, new ManualTime());
    }

    public Task<Checkpoint> TakeAsync() => Store.TakeAsync(WorkspaceFolder.Open(Folder.Root, isTrusted: false), CancellationToken.None);

    public async Task WriteAsync(string path, string text)
    {
        await TouchAsync(path);
        Folder.Write(path, text);
    }

    public async Task DeleteAsync(string path)
    {
        await TouchAsync(path);
        File.Delete(Folder.PathOf(path));
    }

    public Task<IReadOnlyList<FileChange>> ChangesAsync() => _run!.ChangesAsync(_touched, CancellationToken.None);

    public async Task<string> FinishAsync(string? conversationId = null)
    {
        var id = Guid.NewGuid().ToString("N");
        await Runs.AddAsync(Owner.Local, id, conversationId, "a task", _run!.Taken!, await ChangesAsync(), RunReport.Nothing, CancellationToken.None);
        return id;
    }

    public Task<UndoResult> UndoAsync(string id, params string[] paths) =>
        Runs.UndoAsync(Owner.Local, id, paths.Length == 0 ? null : paths, CancellationToken.None);

    public string Read(string path) => File.ReadAllText(Folder.PathOf(path));

    public bool Has(string path) => File.Exists(Folder.PathOf(path));

    public void Dispose()
    {
        Runs.Dispose();
        Folder.Dispose();
    }

    private Task TouchAsync(string path)
    {
        var files = Folder.Files();
        _run ??= new RunCheckpoint(Store, files);
        _touched.Add(path);
        return _run.BeforeEditAsync(files.Resolve(path), CancellationToken.None);
    }
}
