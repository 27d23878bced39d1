using Assistant.Core.CSharp;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Searching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Rename;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>Renames a type or a member of the workspace's C#, and whatever overrides or implements it. Throws <see cref="ToolException"/>.</summary>
internal sealed class SymbolRename(WorkspaceRun run)
{
    private const int MostMentions = 10;

    public async Task<string> RunAsync(string name, string newName, CancellationToken cancellationToken)
    {
        if (Renaming.WhyNoName(newName) is { } reason)
        {
            throw new ToolException(reason);
        }

        using var code = await WorkspaceCode.OpenAsync(run.Files, cancellationToken);
        var symbol = RenamedSymbol.Find(await code.CompileAsync(cancellationToken), SpokenName.Of(name) is { Length: > 0 } spoken ? spoken : name, newName);
        var solution = await Renamer.RenameSymbolAsync(code.Solution, symbol, new SymbolRenameOptions(RenameOverloads: true), newName, cancellationToken);
        var changes = new List<RenamedFile>();
        foreach (var id in solution.GetChanges(code.Solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()))
        {
            changes.Add(await RenamedFile.OfAsync(code.Solution.GetDocument(id)!, solution.GetDocument(id)!, newName, cancellationToken));
        }

        await WriteAsync(changes, cancellationToken);
        var files = changes.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Path}: line {string.Join(", ", file.Lines)}");
        var first = $"{changes.Sum(file => file.Places)} places in {changes.Count} {(changes.Count == 1 ? "file" : "files")}: "
            + $"{DeclaredNames.KindOf(symbol)} {symbol.ToDisplayString()} is {newName} now.";
        return string.Join('\n', [first, .. files, .. await MentionsAsync(symbol.Name, cancellationToken)]);
    }

    // All or none: every file is looked at once more before the first is written.
    private async Task WriteAsync(List<RenamedFile> changes, CancellationToken cancellationToken)
    {
        foreach (var file in changes)
        {
            if ((await run.ReadAsync(run.Files.Resolve(file.Path), cancellationToken)).Text != file.Before)
            {
                throw new ToolException($"{file.Path} was changed by somebody else just now, so nothing was renamed: try again.");
            }
        }

        foreach (var file in changes)
        {
            await run.ChangeAsync(run.Files.Resolve(file.Path), before => before! with { Text = file.After }, cancellationToken);
        }
    }

    // Markup and project files may use a name, too, and no compiler was asked about these.
    private async Task<IEnumerable<string>> MentionsAsync(string name, CancellationToken cancellationToken)
    {
        var found = await new WorkspaceSearch(run.Files).RunAsync(new SearchPattern($@"\b{name}\b", isRegex: true), run.Files.Resolve(""), cancellationToken);
        var mentions = found.Split('\n').Where(IsMention).ToList();
        return mentions.Count == 0 ? [] : [$"The word {name} is left in files that are not C#:", .. mentions.Take(MostMentions)];
    }

    private static bool IsMention(string line) =>
        line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith('(') && !line.Contains(".cs:", StringComparison.OrdinalIgnoreCase);
}
