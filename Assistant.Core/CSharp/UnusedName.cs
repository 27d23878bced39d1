namespace Assistant.Core.CSharp;

/// <summary>Something that is declared and never used.</summary>
/// <param name="Symbol">What it is.</param>
/// <param name="IsOnlyWritten">It gets a value that nobody reads.</param>
/// <param name="MayBeUsedElsewhere">Code that was not pasted can see it.</param>
public sealed record UnusedName(CodeSymbol Symbol, bool IsOnlyWritten, bool MayBeUsedElsewhere);
