using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>The checkpoint of one run, taken when it is about to change something for the first time.</summary>
public sealed class RunCheckpoint(CheckpointStore store, WorkspaceFiles files)
{
    /// <summary>None as long as nothing was changed.</summary>
    public Checkpoint? Taken { get; private set; }

    /// <summary>What <see cref="WorkspaceRun.BeforeEdit"/> has to do for the run to be undone.</summary>
    /// <exception cref="ToolException">The file could not be kept, so it must not be changed.</exception>
    public async Task BeforeEditAsync(WorkspacePath path, CancellationToken cancellationToken)
    {
        try
        {
            Taken ??= await store.TakeAsync(files.Folder, cancellationToken);
            await store.KeepAsync(Taken, files, path, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ToolException("Nothing was changed, because it could not be undone: the Assistant cannot write to its data folder.");
        }
    }

    /// <summary>What has become of the touched files; none of them where nothing was changed.</summary>
    public async Task<IReadOnlyList<FileChange>> ChangesAsync(IReadOnlyCollection<string> touched, CancellationToken cancellationToken) =>
        Taken is null ? [] : await store.ChangesAsync(Taken, files, touched, cancellationToken);
}
