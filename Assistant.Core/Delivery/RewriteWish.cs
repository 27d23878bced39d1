namespace Assistant.Core.Delivery;

/// <summary>How code is to be rewritten.</summary>
public sealed record RewriteWish
{
    public RewriteLevel Level { get; init; } = RewriteLevel.Modern;

    /// <summary>What an earlier rewriting of the same code did and this one must not.</summary>
    public IReadOnlyList<RejectedChange> Rejected { get; init; } = [];
}
