namespace Assistant.Core.Workspace.Symbols;

/// <summary>Tells whether anything in a folder may have changed. Where it cannot be watched, it may have.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? _watcher;
    private volatile bool _isBlind;
    private int _hasChanged = 1;

    public FolderWatch(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watcher.Changed += Note;
            _watcher.Created += Note;
            _watcher.Deleted += Note;
            _watcher.Renamed += Note;
            _watcher.Error += (_, _) => _isBlind = true;
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Systems watch only so many folders.
            _isBlind = true;
        }
    }

    /// <summary>Whether something may have changed since this was last asked.</summary>
    public bool TakeChanged() => Interlocked.Exchange(ref _hasChanged, 0) == 1 || _isBlind;

    /// <summary>Something has, and whoever asks next has to hear of it, however late the system is.</summary>
    public void Note() => Interlocked.Exchange(ref _hasChanged, 1);

    public void Dispose()
    {
        _isBlind = true;
        _watcher?.Dispose();
    }

    private void Note(object sender, FileSystemEventArgs change) => Note();
}
