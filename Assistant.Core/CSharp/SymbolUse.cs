namespace Assistant.Core.CSharp;

/// <summary>One place that uses a name.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Member">What it stands in; nothing among statements that stand alone.</param>
/// <param name="How">What is done there: "calls", "creates", "reads", "writes" or "names" it.</param>
/// <param name="Text">The line.</param>
public sealed record SymbolUse(int Line, string? Member, string How, string Text);
