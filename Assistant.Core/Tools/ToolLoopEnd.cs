namespace Assistant.Core.Tools;

/// <summary>How a round of the loop ended.</summary>
public abstract record ToolLoopEnd
{
    private ToolLoopEnd()
    {
    }

    /// <summary>The model called no further tool.</summary>
    /// <param name="Text">What it said instead.</param>
    public sealed record Answered(string Text) : ToolLoopEnd;

    /// <summary>A limit was reached; what has been done stays.</summary>
    /// <param name="Reason">As the end of a sentence that begins with "It was stopped because".</param>
    public sealed record Limited(string Reason) : ToolLoopEnd;
}
