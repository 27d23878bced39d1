using System.Text.RegularExpressions;
using Assistant.Core.CSharp;
using Assistant.Core.Workspace.Searching;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>Answers where something is declared: by the index, and where that knows nothing like it, by searching the text.</summary>
internal sealed class SymbolSearch(WorkspaceFiles files, SymbolIndex symbols)
{
    private const int MostPlaces = 50;
    private const int MostLines = 20;

    public async Task<string> RunAsync(string name, CancellationToken cancellationToken)
    {
        var spoken = SpokenName.Of(name) is { Length: > 0 } said ? said : name.Trim();
        var (fit, places) = await symbols.FindAsync(spoken, cancellationToken);
        if (fit is null)
        {
            return await FromTextAsync(spoken, cancellationToken);
        }

        var heading = fit <= NameFit.Words ? [] : (string[])[$"Nothing is called {spoken}; the names most like it:"];
        var rest = places.Count > MostPlaces ? (string[])[$"({places.Count - MostPlaces} more are not shown: name the type in front)"] : [];
        return string.Join('\n', [.. heading, .. places.Take(MostPlaces).Select(place => place.ToString()), .. rest]);
    }

    private async Task<string> FromTextAsync(string spoken, CancellationToken cancellationToken)
    {
        var words = NameParts.Of(spoken[(spoken.LastIndexOf('.') + 1)..]);
        if (words.Count == 0)
        {
            return $"Nothing is called {spoken}.";
        }

        var pattern = new SearchPattern($"(?i){string.Join("[_ -]?", words.Select(Regex.Escape))}", isRegex: true);
        var lines = (await new WorkspaceSearch(files).RunAsync(pattern, files.Resolve(""), cancellationToken)).Split('\n');
        return $"No declaration of {spoken} is known. In the text of the files:\n{string.Join('\n', lines.Take(MostLines))}";
    }
}
