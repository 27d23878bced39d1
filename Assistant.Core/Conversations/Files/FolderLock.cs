using System.Globalization;

namespace Assistant.Core.Conversations.Files;

/// <summary>Holds a folder for this process alone. The system lets go of it when the process ends, however it does.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _lock;

    private FolderLock(FileStream held) => _lock = held;

    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    public static FolderLock Take(string folder, TimeProvider time)
    {
        var holder = Path.Combine(folder, "lock.holder");
        try
        {
            var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, string.Create(
                CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {time.GetLocalNow():yyyy-MM-dd HH:mm:ss}"));
            return new FolderLock(held);
        }
        catch (IOException busy) when (busy is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(holder))
        {
            throw new FolderInUseException(folder, File.ReadAllText(holder));
        }
    }

    public void Dispose() => _lock.Dispose();
}
