namespace Assistant.Core.CSharp;

/// <summary>One stock rule that Refactor applies.</summary>
/// <param name="Id">The rule as a person can look it up ("IDE0044").</param>
/// <param name="Sentence">What was done and why, in plain words.</param>
public sealed record StockRule(string Id, string Sentence)
{
    /// <summary>The id the fixer listens to, where it is another one than people know.</summary>
    public string DiagnosticId { get; init; } = Id;

    /// <summary>Lines for the .editorconfig that make the rule mean what the sentence says.</summary>
    public string Options { get; init; } = "";

    /// <summary>The rule reads nothing but the grammar, so it holds where the compiler does not know the types as well.</summary>
    public bool IsGrammarOnly { get; init; }

    /// <summary>The rule concludes from all uses of a member, so it holds only where the whole type was pasted.</summary>
    public bool NeedsWholeType { get; init; }

    /// <summary>The rule concludes from every name in the file, so it holds only where the compiler knows them all.</summary>
    public bool NeedsEveryName { get; init; }

    /// <summary>The code behaves the same to the last detail: same order of evaluation, same exceptions, same objects, same names.</summary>
    public bool IsSafe { get; init; }

    /// <summary>The rule moves whole blocks, so it waits until no other finds anything.</summary>
    public bool ComesLast { get; init; }

    /// <summary>All places are one change to a person ("the layout"), not one each.</summary>
    public bool IsOneChange { get; init; }
}
