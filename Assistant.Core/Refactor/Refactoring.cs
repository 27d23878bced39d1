using Assistant.Core.Delivery;

namespace Assistant.Core.Refactor;

/// <summary>Code to be improved.</summary>
/// <param name="Language">Its language as the person named it; none when they did not say.</param>
/// <param name="Instruction">What to improve; none leaves it to the model.</param>
public sealed record Refactoring(string Code, string? Language = null, string? Instruction = null)
{
    public RewriteLevel Level { get; init; } = RewriteLevel.Modern;

    /// <summary>Changes of an earlier refactoring of the same code that the person does not want.</summary>
    public IReadOnlyList<RejectedChange> Rejected { get; init; } = [];
}
