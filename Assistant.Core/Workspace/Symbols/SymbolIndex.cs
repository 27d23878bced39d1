using System.Collections.Concurrent;
using Assistant.Core.CSharp;
using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>
/// Everything that the files of one workspace declare, by name. It is made when it is first asked; after that only files that have changed are read again.
/// Nothing of the workspace is run, and no project file is looked at.
/// </summary>
public sealed class SymbolIndex(WorkspaceFiles files) : IDisposable
{
    private const string Separator = ", ";

    private readonly FolderWatch _watch = new(files.Folder.Root);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly SymbolTable _table = new();
    private volatile IReadOnlyList<string> _names = [];

    public string Root => files.Folder.Root;

    /// <summary>Somebody here changed a file, and need not wait for the system to say so.</summary>
    public void NoteChange() => _watch.Note();

    /// <summary>
    /// What may be meant by <paramref name="spoken"/>: the names that fit it best, in the order of their places. A type in front narrows it.
    /// </summary>
    public Task<(NameFit? Fit, IReadOnlyList<SymbolPlace> Places)> FindAsync(string spoken, CancellationToken cancellationToken) =>
        AskAsync(() => _table.Find(spoken), cancellationToken);

    /// <summary>Reads what has changed, on threads of its own, so that whoever asks next need not wait for it.</summary>
    public Task WarmAsync(CancellationToken cancellationToken) => Task.Run(() => AskAsync(() => true, cancellationToken), cancellationToken);

    /// <summary>
    /// Different names that are declared, as a hint for what may be talked about: types first, and of what was changed last. With a comma and a space
    /// between them they have at most <paramref name="mostCharacters"/>.
    /// </summary>
    public Task<IReadOnlyList<string>> NamesAsync(int mostCharacters, CancellationToken cancellationToken) =>
        AskAsync(() => _names = Within(_table.Names(), mostCharacters), cancellationToken);

    /// <summary>
    /// The same of what is known already, without reading or waiting: nothing before anything was read, and while somebody reads, what was answered last.
    /// </summary>
    public IReadOnlyList<string> TryNames(int mostCharacters)
    {
        if (!_asking.Wait(0, CancellationToken.None))
        {
            return Within(_names, mostCharacters);
        }

        try
        {
            return _names = Within(_table.Names(), mostCharacters);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Whoever still asks is answered, only more slowly.</summary>
    public void Dispose() => _watch.Dispose();

    private async Task<T> AskAsync<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(cancellationToken);
            return answer();
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (!_watch.TakeChanged())
        {
            return;
        }

        try
        {
            var listed = files.List(files.Resolve("")).Where(IsSource).ToDictionary(file => file.Path, StringComparer.Ordinal);
            _table.KeepOnly(listed.ContainsKey);
            var changed = listed.Values.Where(file => !_table.Has(file)).ToList();
            foreach (var (file, places) in await ReadCSharpAsync(changed, cancellationToken))
            {
                _table.Keep(file, places);
            }

            await ReadOthersAsync(changed, cancellationToken);
        }
        catch
        {
            _watch.Note();
            throw;
        }
    }

    private static bool IsSource(ListedFile file) =>
        file.Length is > 0 and <= WorkspaceLimits.WholeFileBytes && (IsCSharp(file.Path) || Tagger.Reads(file.Path));

    private static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    // A file is read on each processor at once, on stacks that bear what a parser needs for code that nobody wrote.
    private static async Task<IReadOnlyCollection<(ListedFile, IReadOnlyList<SymbolPlace>)>> ReadCSharpAsync(
        IEnumerable<ListedFile> changed, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<ListedFile>(changed.Where(file => IsCSharp(file.Path)));
        var read = new ConcurrentBag<(ListedFile, IReadOnlyList<SymbolPlace>)>();
        var readers = Enumerable.Range(0, Math.Min(Environment.ProcessorCount, waiting.Count));
        await Task.WhenAll(readers.Select(_ => DeepStack.RunAsync(() =>
        {
            while (waiting.TryDequeue(out var file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                read.Add((file, CSharpOf(file, cancellationToken)));
            }

            return true;
        })));
        return read;
    }

    private static IReadOnlyList<SymbolPlace> CSharpOf(ListedFile file, CancellationToken cancellationToken)
    {
        try
        {
            return SafeFile.TryRead(file) is { } bytes && FileText.Decode(bytes) is { } text ? CSharpSymbols.Of(file.Path, text.Text, cancellationToken) : [];
        }
        catch (UnreadableCodeException)
        {
            // What nobody wrote is found by searching for it.
            return [];
        }
    }

    private async Task ReadOthersAsync(IEnumerable<ListedFile> changed, CancellationToken cancellationToken)
    {
        var others = changed.Where(file => !IsCSharp(file.Path)).ToList();
        using var tagger = others.Count == 0 ? null : await Tagger.StartAsync(cancellationToken);
        for (var index = 0; tagger is not null && index < others.Count; index++)
        {
            var bytes = SafeFile.TryRead(others[index]);
            if (bytes is not null && await tagger.ReadAsync(others[index].Path, bytes, cancellationToken) is { } places)
            {
                _table.Keep(others[index], places);
            }
            else if (bytes is not null)
            {
                // It stumbled over this one: the others are read the next time.
                _table.Keep(others[index], []);
                _watch.Note();
                return;
            }
        }
    }

    private static IReadOnlyList<string> Within(IEnumerable<string> names, int mostCharacters)
    {
        var length = -Separator.Length;
        return [.. names.TakeWhile(name => (length += Separator.Length + name.Length) <= mostCharacters)];
    }
}
