using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Replies;

/// <summary>How many answers may be arriving at once; the default is the number that was measured to do no harm. Section <c>Assistant:Limits</c>.</summary>
public sealed class ReplyLimits
{
    public const string Section = "Assistant:Limits";

    /// <summary>Answers at once, in all.</summary>
    [Range(1, 100_000)]
    public int Replies { get; init; } = 1000;

    /// <summary>Answers at once of one person.</summary>
    [Range(1, 100_000)]
    public int RepliesPerOwner { get; init; } = 1000;
}
