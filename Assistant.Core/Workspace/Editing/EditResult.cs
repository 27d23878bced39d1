namespace Assistant.Core.Workspace.Editing;

/// <summary>What became of the wish to replace some text of a file.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <param name="Text">The whole file.</param>
    /// <param name="Fit">How closely the old text had to be looked at until it was found.</param>
    /// <param name="FirstLine">Where the new text begins, from 1.</param>
    public sealed record Applied(string Text, EditFit Fit, int FirstLine) : EditResult;

    /// <param name="Lines">Where the old text begins each time, from 1.</param>
    public sealed record Ambiguous(IReadOnlyList<int> Lines) : EditResult;

    /// <summary>The old text is not there.</summary>
    public sealed record Missing : EditResult;
}
