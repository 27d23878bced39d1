using Assistant.Core.Tools;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>What renaming changes in one file.</summary>
/// <param name="Places">How many names are different.</param>
/// <param name="Lines">Where they stand, from 1.</param>
internal sealed record RenamedFile(string Path, string Before, string After, int Places, IReadOnlyList<int> Lines)
{
    /// <summary>Throws <see cref="ToolException"/> when the file has errors afterwards that it did not have before.</summary>
    public static async Task<RenamedFile> OfAsync(Document before, Document after, string newName, CancellationToken cancellationToken)
    {
        var known = await ErrorsOfAsync(before, cancellationToken);
        if ((await ErrorsOfAsync(after, cancellationToken)).Any(error => error.Value > known.GetValueOrDefault(error.Key)))
        {
            throw new ToolException($"With {newName} the code would no longer compile, because in {before.FilePath} the name collides with another: choose another.");
        }

        var text = await before.GetTextAsync(cancellationToken);
        var newText = await after.GetTextAsync(cancellationToken);
        var changes = (await after.GetTextChangesAsync(before, cancellationToken)).ToList();
        var lines = changes.Select(change => text.Lines.GetLineFromPosition(change.Span.Start).LineNumber + 1).Distinct();
        return new RenamedFile(before.FilePath!, text.ToString(), newText.ToString(), changes.Count, [.. lines]);
    }

    private static async Task<Dictionary<string, int>> ErrorsOfAsync(Document document, CancellationToken cancellationToken)
    {
        var semantics = await document.GetSemanticModelAsync(cancellationToken);
        return semantics!.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .CountBy(diagnostic => diagnostic.Id)
            .ToDictionary(StringComparer.Ordinal);
    }
}
