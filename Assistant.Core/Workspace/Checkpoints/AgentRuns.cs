using System.Globalization;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>The runs there were, kept in the data folder, and the way back from each.</summary>
public sealed class AgentRuns(DataOptions data, CheckpointStore checkpoints, OwnPlaces own, TimeProvider time, AuditLog audit) : IDisposable
{
    private readonly AgentRunFiles _files = new(data.PathOf(Path.Combine("checkpoints", "runs")));

    // Two that undo the same run, or keep what the other undoes, take turns.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>A run of this owner, named by its id, has ended, or something was decided about it.</summary>
    public event Action<Owner, string>? Changed;

    /// <summary>Remembers what a run has done.</summary>
    /// <param name="id">Thirty-two hexadecimal digits.</param>
    public async Task<AgentRun> AddAsync(
        Owner owner,
        string id,
        string? conversationId,
        string task,
        Checkpoint checkpoint,
        IReadOnlyList<FileChange> changes,
        RunReport report,
        CancellationToken cancellationToken)
    {
        var files = changes.Select(change => new RunFile(change.Path, change.Status, change.Left, change.Diff));
        var run = new AgentRun(id, conversationId, task, time.GetUtcNow(), checkpoint, [.. files]) { Report = report };
        audit.Write(new AuditEntry(AuditKind.AgentRun, owner, null, new Dictionary<string, string>
        {
            ["run"] = id,
            ["workspace"] = run.Root,
            ["outcome"] = report.Outcome,
            ["count"] = Count(run.Files.Count),
            ["files"] = string.Join(", ", run.Files.Select(file => file.Path)),
        }));
        await _files.WriteAsync(owner, run, cancellationToken);
        Changed?.Invoke(owner, id);
        return run;
    }

    public Task<AgentRun?> FindAsync(Owner owner, string id, CancellationToken cancellationToken) => _files.FindAsync(owner, id, cancellationToken);

    /// <summary>The runs of a conversation, or those that belong to none, the oldest first.</summary>
    public Task<IReadOnlyList<AgentRun>> ListAsync(Owner owner, string? conversationId, CancellationToken cancellationToken) =>
        _files.ListAsync(owner, conversationId, cancellationToken);

    /// <summary>The files of a run as they were before it and as they are now, by path; for those that cannot be told any more there is nothing.</summary>
    public async Task<IReadOnlyDictionary<string, FileChange>> ChangesAsync(AgentRun run, CancellationToken cancellationToken)
    {
        var changes = await checkpoints.ChangesAsync(run.Checkpoint, FilesOf(run), [.. run.Files.Select(file => file.Path)], cancellationToken);
        return changes.ToDictionary(change => change.Path, StringComparer.Ordinal);
    }

    /// <summary>Remembers that files are to stay as the run left them: all that are still open, or the named ones.</summary>
    /// <exception cref="AgentRunNotFoundException"/>
    public async Task KeepAsync(Owner owner, string id, IReadOnlyCollection<string>? paths, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var run = await GetAsync(owner, id, cancellationToken);
            await WriteAsync(owner, run, file => file.State == RunFileState.Open && (paths is null || paths.Contains(file.Path)) ? RunFileState.Kept : file.State);
        }
        finally
        {
            _turn.Release();
        }

        Changed?.Invoke(owner, id);
    }

    /// <summary>
    /// Puts files back as they were before the run: all that are still open, or the named ones. What somebody has changed since stays as it is, and is refused.
    /// </summary>
    /// <exception cref="AgentRunNotFoundException"/>
    public async Task<UndoResult> UndoAsync(Owner owner, string id, IReadOnlyCollection<string>? paths, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        UndoResult result;
        try
        {
            var run = await GetAsync(owner, id, cancellationToken);
            var wanted = paths ?? [.. run.Files.Where(file => file.State == RunFileState.Open).Select(file => file.Path)];
            result = await new Undoing(run, FilesOf(run), checkpoints).UndoAsync(wanted, cancellationToken);

            audit.Write(new AuditEntry(AuditKind.AgentUndo, owner, null, new Dictionary<string, string>
            {
                ["run"] = id,
                ["workspace"] = run.Root,
                ["count"] = Count(result.Restored.Count),
                ["files"] = string.Join(", ", result.Restored),
            }));

            // What was put back is on the disk, whoever has stopped waiting.
            await WriteAsync(owner, run, file => result.Restored.Contains(file.Path) ? RunFileState.Undone : file.State);
        }
        finally
        {
            _turn.Release();
        }

        Changed?.Invoke(owner, id);
        return result;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<AgentRun> GetAsync(Owner owner, string id, CancellationToken cancellationToken) =>
        await FindAsync(owner, id, cancellationToken) ?? throw new AgentRunNotFoundException();

    private Task WriteAsync(Owner owner, AgentRun run, Func<RunFile, RunFileState> decide) =>
        _files.WriteAsync(owner, run with { Files = [.. run.Files.Select(file => file with { State = decide(file) })] }, CancellationToken.None);

    private static string Count(int files) => files.ToString(CultureInfo.InvariantCulture);

    // Nothing is run to undo, whether or not the workspace is trusted now.
    private WorkspaceFiles FilesOf(AgentRun run) => new(new WorkspaceFolder(run.Root, IsTrusted: false), own);
}
