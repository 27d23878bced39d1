namespace Assistant.Core.Workspace.Symbols;

/// <summary>Where something is declared.</summary>
/// <param name="Owner">What it belongs to ("Shop.Basket"); empty at the top.</param>
/// <param name="Kind">In the words of its language ("method", "class").</param>
/// <param name="Signature">What it takes, in brackets; empty where it takes nothing.</param>
/// <param name="Line">From 1.</param>
public sealed record SymbolPlace(string Name, string Owner, string Kind, string Signature, string Path, int Line)
{
    public override string ToString() => $"{Path}:{Line} {Kind} {(Owner.Length == 0 ? "" : $"{Owner}.")}{Name}{Signature}";
}
