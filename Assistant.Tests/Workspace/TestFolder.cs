using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Symbols;

namespace Assistant.Tests.Workspace;

/// <summary>A workspace of the test's own, in a folder that is gone afterwards, with a place beside it that is none of its business.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _all = Directory.CreateTempSubdirectory("assistant-test-");

    private readonly Lazy<SymbolIndex> _symbols;

    public TestFolder()
    {
        _symbols = new Lazy<SymbolIndex>(() => new SymbolIndex(Files()));
        Root = _all.CreateSubdirectory("ws").FullName;
        Outside = _all.CreateSubdirectory("ws-evil").FullName;
        Data = _all.CreateSubdirectory("data").FullName;
        Own = new OwnPlaces(new DataOptions { Data = Data }, contentRoot: null);
    }

    public string Root { get; }

    /// <summary>A folder beside the workspace, whose name begins with that of the workspace.</summary>
    public string Outside { get; }

    public string Data { get; }

    public OwnPlaces Own { get; }

    public WorkspaceFiles Files() => new(WorkspaceFolder.Open(Root, isTrusted: false), Own);

    /// <summary>A run of its own, with an index that is let go with the folder.</summary>
    public WorkspaceRun Run() => new(Files(), _symbols.Value);

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public void Dispose()
    {
        if (_symbols.IsValueCreated)
        {
            _symbols.Value.Dispose();
        }

        _all.Delete(recursive: true);
    }
}
