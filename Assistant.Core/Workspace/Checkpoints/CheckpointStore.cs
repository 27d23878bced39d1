using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Assistant.Core.Settings;
using Assistant.Core.Tools;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>
/// Keeps how workspaces were before they were changed: all files in a repository of our own where there is git, and copies of those that are touched.
/// </summary>
/// <param name="data">Where they are kept.</param>
/// <param name="git">Where git is installed; none where it is not.</param>
public sealed partial class CheckpointStore(DataOptions data, OwnPlaces own, string? git, ILogger<CheckpointStore> logger)
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // What git would give a file that it makes.
    private const UnixFileMode Usual =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // Two checkpoints of one workspace would write into the same index.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Where git is installed; none where it is not.</summary>
    public static string? InstalledGit => GitProgram.Installed;

    /// <summary>Keeps all files of a workspace but those that are ignored or larger than <see cref="WorkspaceLimits.EditableBytes"/>.</summary>
    public async Task<Checkpoint> TakeAsync(WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        if (RepositoryOf(folder.Root) is not { } repository)
        {
            return new Checkpoint(id, folder.Root, null);
        }

        var turn = _turns.GetOrAdd(folder.Root, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var files = new WorkspaceFiles(folder, own);
            var paths = files.List(files.Resolve("")).Where(file => file.Length <= WorkspaceLimits.EditableBytes).Select(file => file.Path);
            return new Checkpoint(id, folder.Root, await repository.TakeAsync(id, paths, cancellationToken));
        }
        catch (GitException failure)
        {
            // The copies are enough to undo what is touched.
            LogNoTree(logger, failure.Message);
            return new Checkpoint(id, folder.Root, null);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Keeps a file as it is now, with its permissions: called before it is changed for the first time after the checkpoint. So what a person has done to
    /// it since the checkpoint is not lost, and neither is a file that is ignored.
    /// </summary>
    public Task KeepAsync(Checkpoint checkpoint, WorkspaceFiles files, WorkspacePath path, CancellationToken cancellationToken) =>
        CopiesOf(checkpoint).KeepAsync(files, path, cancellationToken);

    /// <summary>Files as they were at a checkpoint, by path; without those that it knows nothing of.</summary>
    public async Task<IReadOnlyDictionary<string, SavedFile>> ReadAsync(Checkpoint checkpoint, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var saved = new Dictionary<string, SavedFile>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (await CopiesOf(checkpoint).FindAsync(path, cancellationToken) is { } copy)
            {
                saved[path] = copy;
            }
        }

        foreach (var (path, file) in await FindInTreeAsync(checkpoint, [.. paths.Where(path => !saved.ContainsKey(path))], cancellationToken))
        {
            saved[path] = file;
        }

        return saved;
    }

    /// <summary>
    /// What has become of files since a checkpoint, in the order of their paths. A file that is as it was is not among them, and neither is one that the
    /// checkpoint knows nothing of.
    /// </summary>
    public async Task<IReadOnlyList<FileChange>> ChangesAsync(
        Checkpoint checkpoint, WorkspaceFiles files, IReadOnlyCollection<string> touched, CancellationToken cancellationToken)
    {
        var changes = new List<FileChange>();
        foreach (var (path, before) in (await ReadAsync(checkpoint, touched, cancellationToken)).OrderBy(saved => saved.Key, StringComparer.Ordinal))
        {
            var after = await ReadNowAsync(files, path, cancellationToken);
            if (before.Content is null ? after is not null : after is null || !before.Content.AsSpan().SequenceEqual(after))
            {
                changes.Add(FileChange.Of(path, before.Content, after));
            }
        }

        return changes;
    }

    private static async Task<byte[]?> ReadNowAsync(WorkspaceFiles files, string path, CancellationToken cancellationToken)
    {
        try
        {
            var place = files.Resolve(path);
            return WorkspaceFiles.Exists(place) ? await files.ReadAsync(place, cancellationToken) : null;
        }
        catch (ToolException)
        {
            // Something else stands in its place that is not the workspace's: the file itself is gone.
            return null;
        }
    }

    private async Task<Dictionary<string, SavedFile>> FindInTreeAsync(Checkpoint checkpoint, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var saved = new Dictionary<string, SavedFile>(StringComparer.Ordinal);
        if (paths.Count == 0 || checkpoint.Tree is null || RepositoryOf(checkpoint.Root) is not { } repository)
        {
            return saved;
        }

        try
        {
            var tree = await repository.FilesAsync(checkpoint.Tree, cancellationToken);
            var found = paths.Distinct(StringComparer.Ordinal).Where(tree.ContainsKey).ToList();
            var contents = found.Count == 0 ? [] : await repository.ReadAsync([.. found.Select(path => tree[path].Blob)], cancellationToken);
            foreach (var (path, content) in found.Zip(contents))
            {
                saved[path] = new SavedFile(content, tree[path].IsExecutable ? Usual | Execute : Usual);
            }
        }
        catch (GitException failure)
        {
            LogNoTree(logger, failure.Message);
        }

        return saved;
    }

    private ShadowRepository? RepositoryOf(string root) => git is null ? null : new ShadowRepository(git, Path.Combine(FolderOf(root), "git"), root);

    private PlainCopies CopiesOf(Checkpoint checkpoint) => new(Path.Combine(FolderOf(checkpoint.Root), "copies", checkpoint.Id));

    private string FolderOf(string root) => Path.Combine(data.PathOf("checkpoints"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..32]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Git keeps no checkpoint, copies of the touched files do: {Reason}")]
    private static partial void LogNoTree(ILogger logger, string reason);
}
