using Assistant.Core.CSharp;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>What files declare, by file and by name.</summary>
internal sealed class SymbolTable
{
    private const string SpokenDot = " dot ";

    // As C# and universal-ctags call them.
    private static readonly HashSet<string> TypeKinds = new(StringComparer.Ordinal)
    {
        "class", "struct", "record", "record struct", "interface", "enum", "delegate", "type", "typedef", "trait", "protocol", "module", "union", "object",
    };

    private readonly Dictionary<string, TableFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableName> _names = new(StringComparer.Ordinal);

    /// <summary>Whether the file is known as it is now.</summary>
    public bool Has(ListedFile file) => _files.TryGetValue(file.Path, out var known) && known.Seen == file;

    public void Keep(ListedFile file, IReadOnlyList<SymbolPlace> places)
    {
        Forget(file.Path);
        _files[file.Path] = new TableFile(file, places);
        foreach (var place in places)
        {
            if (!_names.TryGetValue(place.Name, out var name))
            {
                _names[place.Name] = name = new TableName(new SpelledName(place.Name), []);
            }

            name.Places.Add(place);
        }
    }

    /// <summary>Forgets all other files.</summary>
    public void KeepOnly(Predicate<string> isThere)
    {
        foreach (var gone in _files.Keys.Where(path => !isThere(path)).ToList())
        {
            Forget(gone);
        }
    }

    /// <inheritdoc cref="SymbolIndex.FindAsync"/>
    public (NameFit? Fit, IReadOnlyList<SymbolPlace> Places) Find(string spoken) =>
        FindWritten(spoken) is var found && found.Fit is null && spoken.Contains(SpokenDot, StringComparison.OrdinalIgnoreCase)
            ? FindWritten(spoken.Replace(SpokenDot, ".", StringComparison.OrdinalIgnoreCase))
            : found;

    /// <summary>
    /// Different names that are declared, the most useful first: those of types, then those of their members, each from the file that was changed last on.
    /// </summary>
    public IEnumerable<string> Names()
    {
        var files = _files.Values.OrderByDescending(file => file.Seen.Modified).ThenBy(file => file.Seen.Path, StringComparer.Ordinal).ToList();
        return files.SelectMany(file => file.Places.Where(IsType)).Concat(files.SelectMany(file => file.Places.Where(place => !IsType(place))))
            .Select(place => place.Name)
            .Distinct(StringComparer.Ordinal);
    }

    private (NameFit? Fit, IReadOnlyList<SymbolPlace> Places) FindWritten(string spoken)
    {
        var dot = spoken.LastIndexOf('.');
        var (owner, query) = (new SpelledName(spoken[..Math.Max(dot, 0)]), new NameQuery(spoken[(dot + 1)..], withStarts: true));
        var written = Best(query, query.FitOf, owner);
        return written.Fit is null ? Best(query, query.GuessOf, owner) : written;
    }

    private (NameFit? Fit, IReadOnlyList<SymbolPlace> Places) Best(NameQuery query, Func<SpelledName, NameFit?> fitOf, SpelledName owner)
    {
        var best = _names.Values
            .Select(name => (Name: name, Fit: fitOf(name.Name)))
            .Where(found => found.Fit is not null)
            .Select(found => (found.Fit, Places: PlacesOf(found.Name, owner), Slips: query.SlipsOf(found.Name.Name, found.Fit!.Value)))
            .Where(found => found.Places.Count > 0)
            .GroupBy(found => (found.Fit, found.Slips))
            .MinBy(group => group.Key);
        var places = best?.SelectMany(found => found.Places).OrderBy(place => place.Path, StringComparer.Ordinal).ThenBy(place => place.Line).ToList();
        return (best?.Key.Fit, places ?? []);
    }

    private static bool IsType(SymbolPlace place) => TypeKinds.Contains(place.Kind);

    private static List<SymbolPlace> PlacesOf(TableName name, SpelledName owner) => owner.Letters.Length == 0
        ? name.Places
        : [.. name.Places.Where(place => new SpelledName(place.Owner).Letters.EndsWith(owner.Letters, StringComparison.Ordinal))];

    private void Forget(string path)
    {
        if (!_files.Remove(path, out var file))
        {
            return;
        }

        foreach (var name in file.Places.Select(place => place.Name).Distinct(StringComparer.Ordinal))
        {
            _names[name].Places.RemoveAll(place => place.Path == path);
            if (_names[name].Places.Count == 0)
            {
                _names.Remove(name);
            }
        }
    }

    private sealed record TableFile(ListedFile Seen, IReadOnlyList<SymbolPlace> Places);

    private sealed record TableName(SpelledName Name, List<SymbolPlace> Places);
}
