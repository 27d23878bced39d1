namespace Assistant.Core.CSharp;

/// <summary>Something the pasted code gives a name to.</summary>
/// <param name="Name">With its owner in front, where it has one ("Basket.Total").</param>
/// <param name="Kind">In the words of the language ("method", "local variable").</param>
/// <param name="Line">Where it is declared, from 1.</param>
/// <param name="Text">The line it is declared on.</param>
public sealed record CodeSymbol(string Name, string Kind, int Line, string Text);
