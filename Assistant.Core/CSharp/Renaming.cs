using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;

namespace Assistant.Core.CSharp;

/// <summary>Renames something pasted code declares, its overloads included, wherever the code uses it. Comments and strings stay as they are.</summary>
public sealed class Renaming(CodeModel model, DeclaredNames names)
{
    private static readonly SymbolRenameOptions Options = new(RenameOverloads: true);

    /// <summary>Why C# does not accept <paramref name="name"/> as a name, in a sentence; nothing when it does.</summary>
    public static string? WhyNoName(string name)
    {
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            return $"`{name}` is a word of the language, so it cannot be a name; `@{name}` could, or a word of your own.";
        }

        if (SyntaxFacts.IsValidIdentifier(name.TrimStart('@')))
        {
            return null;
        }

        var joined = string.Concat(NameParts.Of(name).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return SyntaxFacts.IsValidIdentifier(joined)
            ? $"`{name}` is no name in C#: a name is one word of letters, digits and `_`. Did you mean `{joined}`?"
            : $"`{name}` is no name in C#: a name is one word of letters, digits and `_`, and does not start with a digit.";
    }

    public async Task<RenameResult> RunAsync(string spoken, string newName, CancellationToken cancellationToken)
    {
        if (WhyNoName(newName) is { } reason)
        {
            return new RenameResult.Refused(reason);
        }

        var targets = RenameTargets.Of(names.Find(spoken));
        if (targets is not [var symbol])
        {
            return new RenameResult.Refused(targets.Count == 0 ? NotDeclared(spoken, cancellationToken) : Ambiguous(targets, newName));
        }

        return (RenameTargets.WhyFixed(symbol, model.Declares) ?? WhyTaken(symbol, newName)) is { } obstacle
            ? new RenameResult.Refused(obstacle)
            : await RenameAsync(symbol, newName, cancellationToken);
    }

    private string NotDeclared(string spoken, CancellationToken cancellationToken)
    {
        var (uses, symbol) = new SymbolUses(model).OfForeign(spoken, cancellationToken);
        if (symbol is not null && !model.Declares(symbol))
        {
            return $"`{symbol.Name}` comes from `{symbol.ContainingType?.ToDisplayString() ?? symbol.ContainingNamespace?.ToDisplayString()}`, "
                + "which is not part of this code, so it cannot be renamed here.";
        }

        var nearest = names.Nearest(spoken);
        var hint = nearest.Count == 0 ? "" : $" Names that are, the nearest first: {string.Join(", ", nearest.Select(name => $"`{name}`"))}.";
        return uses.IsEmpty
            ? $"There is no `{spoken}` in this code.{hint}"
            : $"`{spoken}` is used here (line {uses[0].Line}) but declared elsewhere, so renaming it here alone would break the code.";
    }

    private string Ambiguous(IReadOnlyList<ISymbol> targets, string newName)
    {
        var places = targets.Select(names.Describe).Select(symbol => $"- {symbol.Kind} `{symbol.Name}`, line {symbol.Line}");
        var example = targets.Select(model.NameOf).MaxBy(name => name.Contains('.', StringComparison.Ordinal));
        return $"That name means {targets.Count} things here:\n\n{string.Join('\n', places.Take(12))}\n\n"
            + $"Say which with its owner in front: `Rename {example} to {newName}`.";
    }

    private string? WhyTaken(ISymbol symbol, string newName)
    {
        if (symbol.Name == newName)
        {
            return $"It is called `{newName}` already.";
        }

        var place = model.PlaceOf(symbol)!;
        var taken = symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            ? names.All.FirstOrDefault(other => other.Name == newName && SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, symbol.ContainingSymbol))
            : symbol.ContainingSymbol is INamespaceOrTypeSymbol owner ? owner.GetMembers(newName).FirstOrDefault(model.Declares) : null;
        taken ??= symbol.ContainingType?.Name == newName && place.IsInSource ? symbol.ContainingType : null;
        return taken is null || !model.Declares(taken)
            ? null
            : $"The name `{newName}` is taken: {names.Describe(taken).Kind} `{model.NameOf(taken)}`, line {names.Describe(taken).Line}. Choose another.";
    }

    private async Task<RenameResult> RenameAsync(ISymbol symbol, string newName, CancellationToken cancellationToken)
    {
        var renamed = await Renamer.RenameSymbolAsync(model.Document.Project.Solution, symbol, Options, newName, cancellationToken);
        var document = renamed.GetDocument(model.Document.Id)!;
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var code = model.Code.Unwrap(root!);
        if (code is null || (await CompilerFindings.OfAsync(document, cancellationToken)).AreWorseThan(model.Findings))
        {
            return new RenameResult.Refused(
                $"With `{newName}` the code would no longer compile as it does now, because the name collides with another. Choose another.");
        }

        return new RenameResult.Renamed(names.Describe(symbol), code, Changed(code));
    }

    // Renaming changes words within lines, never lines.
    private ImmutableArray<RenameResult.Place> Changed(string code) =>
    [
        .. model.Code.Text.Split('\n').Zip(code.Split('\n'))
            .Select((pair, index) => (pair.First, pair.Second, Line: index + 1))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => new RenameResult.Place(pair.Line, pair.Second.Trim())),
    ];
}
