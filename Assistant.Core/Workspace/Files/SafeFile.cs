using Microsoft.Win32.SafeHandles;

namespace Assistant.Core.Workspace.Files;

/// <summary>Opens and replaces files by their real path, and notices when a link was put in their way meanwhile.</summary>
internal static class SafeFile
{
    private const string TemporaryPrefix = ".assistant-";

    /// <summary>Throws <see cref="IOException"/> when what was opened lies elsewhere.</summary>
    public static Stream Open(string path)
    {
        // What has no length may be a pipe, and opening that would wait for its other end.
        if (new FileInfo(path).Length == 0)
        {
            return new MemoryStream([], writable: false);
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
        return LiesAt(file.SafeFileHandle, path) ? file : throw Gone(file);
    }

    /// <summary>The bytes of a file that was listed; nothing when it is gone, may not be read, or is another one by now.</summary>
    public static byte[]? TryRead(ListedFile file)
    {
        try
        {
            using var stream = Open(file.FullPath);
            var bytes = new byte[Math.Min(stream.Length, WorkspaceLimits.EditableBytes)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Puts a new file in the place of the old one in one step, so that nobody ever reads half of it; it keeps the old one's permissions. Because the new
    /// file is moved within its own folder, a folder that is swapped for a link meanwhile holds nothing to move.
    /// </summary>
    /// <param name="isAsExpected">Asked last of all, when only the move is left to do.</param>
    /// <returns>Whether it was; if not, nothing has changed.</returns>
    public static async Task<bool> ReplaceAsync(string path, ReadOnlyMemory<byte> content, Func<Task<bool>> isAsExpected, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $"{TemporaryPrefix}{Guid.NewGuid():N}.tmp");
        var isMoved = false;
        try
        {
            await WriteAsync(temporary, content, PermissionsOf(path), cancellationToken);
            if (await isAsExpected())
            {
                File.Move(temporary, path, overwrite: true);
                isMoved = true;
            }

            return isMoved;
        }
        finally
        {
            if (!isMoved)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Whether an open file really is the one at this path. Only Linux tells; elsewhere the path has been looked at just before.</summary>
    public static bool LiesAt(SafeFileHandle file, string path) =>
        !OperatingSystem.IsLinux() || new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget is not { } place || place == path;

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, UnixFileMode? permissions, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (permissions is { } mode && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        await using var file = new FileStream(path, options);
        if (!LiesAt(file.SafeFileHandle, path))
        {
            throw Gone(file);
        }

        if (permissions is { } kept && !OperatingSystem.IsWindows())
        {
            // What the process masks from new files belongs to this one all the same.
            File.SetUnixFileMode(file.SafeFileHandle, kept);
        }

        await file.WriteAsync(content, cancellationToken);
    }

    private static UnixFileMode? PermissionsOf(string path) =>
        OperatingSystem.IsWindows() || !File.Exists(path)
            ? null
            : File.GetUnixFileMode(path) & ~(UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);

    private static IOException Gone(FileStream file)
    {
        file.Dispose();
        return new IOException("It was swapped for a link.");
    }
}
