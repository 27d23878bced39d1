namespace Assistant.Core.Settings;

/// <summary>Files that only the person who runs the Assistant may read.</summary>
public static class OwnedFile
{
    /// <summary>Puts a whole file in the place of another in one step, and on the disk before that.</summary>
    /// <exception cref="IOException">It could not be written; the one before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write there.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(draft, NewFile()))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
