using System.Security.Cryptography;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace;

/// <summary>
/// The files of one workspace, and the only way to them: everything is resolved first, and checked again when it is opened or replaced. What cannot be done
/// throws a <see cref="ToolException"/>.
/// </summary>
public sealed class WorkspaceFiles(WorkspaceFolder folder, OwnPlaces own)
{
    private readonly PathResolver _resolver = new(folder, own);

    public WorkspaceFolder Folder => folder;

    /// <summary>What changes whenever a file's bytes do.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The place that a relative path means; nothing has to be there.</summary>
    public WorkspacePath Resolve(string path) => _resolver.Resolve(path);

    public static bool Exists(WorkspacePath path) => File.Exists(path.Full);

    /// <summary>Bytes of the file.</summary>
    public static long LengthOf(WorkspacePath path) => Attempt(path, "read", () => new FileInfo(path.Full).Length);

    /// <summary>The files beneath a folder, but for links, git's own and what .gitignore files leave out.</summary>
    public IEnumerable<ListedFile> List(WorkspacePath path) =>
        Directory.Exists(path.Full) ? new FolderWalk(folder, own).FilesIn(Checked(path)) : throw new ToolException($"There is no folder {path}.");

    public Stream Open(WorkspacePath path) => Attempt(path, "read", () => SafeFile.Open(Checked(path).Full));

    /// <summary>All of a file that is no larger than <see cref="WorkspaceLimits.EditableBytes"/>.</summary>
    public async Task<byte[]> ReadAsync(WorkspacePath path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        if (file.Length > WorkspaceLimits.EditableBytes)
        {
            throw new ToolException($"{path} is larger than {WorkspaceLimits.EditableBytes / 1024 / 1024} MB: it can be read by lines, and not be changed.");
        }

        var bytes = new byte[file.Length];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return count == bytes.Length ? bytes : bytes[..count];
    }

    /// <summary>Writes a file, and the folders above it, if it still is as it was.</summary>
    /// <param name="expected">The hash of what is there now; nothing when there is no file yet.</param>
    /// <returns>Whether it was so; if not, nothing has changed.</returns>
    public async Task<bool> TryWriteAsync(WorkspacePath path, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellationToken) =>
        await AttemptAsync(path, "written", async () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Checked(path).Full)!);
            return await SafeFile.ReplaceAsync(path.Full, content, () => IsAsync(path, expected, cancellationToken), cancellationToken);
        });

    /// <summary>Deletes a file if it still is as it was.</summary>
    /// <inheritdoc cref="TryWriteAsync"/>
    public async Task<bool> TryDeleteAsync(WorkspacePath path, string expected, CancellationToken cancellationToken) =>
        await AttemptAsync(path, "deleted", async () =>
        {
            var isExpected = await IsAsync(path, expected, cancellationToken);
            if (isExpected)
            {
                File.Delete(path.Full);
            }

            return isExpected;
        });

    /// <summary>The hash of the file; nothing when there is none.</summary>
    public async Task<string?> HashOfAsync(WorkspacePath path, CancellationToken cancellationToken) =>
        Exists(path) ? HashOf(await ReadAsync(path, cancellationToken)) : null;

    private async Task<bool> IsAsync(WorkspacePath path, string? expected, CancellationToken cancellationToken) =>
        await HashOfAsync(Checked(path), cancellationToken) == expected;

    // A link may have come into its place since it was resolved.
    private WorkspacePath Checked(WorkspacePath path) =>
        _resolver.Resolve(path.Relative) == path ? path : throw new ToolException($"{path} was swapped for a link.");

    private static T Attempt<T>(WorkspacePath path, string done, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, done, failure);
        }
    }

    private static async Task<T> AttemptAsync<T>(WorkspacePath path, string done, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, done, failure);
        }
    }

    // The system's own words name the full path, which is nobody's business.
    private static ToolException Failed(WorkspacePath path, string done, Exception failure) => failure switch
    {
        _ when Directory.Exists(path.Full) => new ToolException($"{path} is a folder."),
        FileNotFoundException or DirectoryNotFoundException => new ToolException($"There is no file {path}."),
        UnauthorizedAccessException => new ToolException($"{path} cannot be {done}: the Assistant may not."),
        _ => new ToolException($"{path} cannot be {done}: the system refuses it, or it was just replaced."),
    };
}
