namespace Assistant.Core.Workspace.Symbols;

/// <summary>The index of the workspace that was worked in last, for all who work there.</summary>
public sealed class SymbolIndexes : IDisposable
{
    private readonly Lock _lock = new();
    private SymbolIndex? _last;

    public SymbolIndex Of(WorkspaceFiles files)
    {
        lock (_lock)
        {
            if (_last?.Root != files.Folder.Root)
            {
                _last?.Dispose();
                _last = new SymbolIndex(files);
            }

            return _last;
        }
    }

    public void Dispose() => _last?.Dispose();
}
