using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What became of the wish to call something otherwise.</summary>
public abstract record RenameResult
{
    private RenameResult()
    {
    }

    /// <param name="Symbol">What was renamed, as it was.</param>
    /// <param name="Code">The whole code.</param>
    /// <param name="Places">The lines that changed, as they are now.</param>
    public sealed record Renamed(CodeSymbol Symbol, string Code, ImmutableArray<Place> Places) : RenameResult;

    /// <param name="Reason">Why nothing was renamed, in sentences fit to show.</param>
    public sealed record Refused(string Reason) : RenameResult;

    /// <param name="Line">From 1.</param>
    /// <param name="Text">The line, without its indentation.</param>
    public sealed record Place(int Line, string Text);
}
