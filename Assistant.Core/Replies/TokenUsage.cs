namespace Assistant.Core.Replies;

/// <summary>Tokens of all calls of a reply.</summary>
/// <param name="Input">Tokens read; 0 when estimated.</param>
/// <param name="Output">Tokens written, reasoning included.</param>
/// <param name="IsEstimate">The endpoint did not say; the number is guessed from the length of the text and shown with "≈".</param>
public sealed record TokenUsage(long Input, long Output, bool IsEstimate = false)
{
    /// <summary>How many of <see cref="Input"/> the endpoint had read before; 0 where it does not say.</summary>
    public long Cached { get; init; }

    /// <summary>How many of <see cref="Output"/> went into reasoning; 0 where the endpoint does not say.</summary>
    public long Reasoning { get; init; }

    public static TokenUsage operator +(TokenUsage first, TokenUsage second) =>
        new(first.Input + second.Input, first.Output + second.Output, first.IsEstimate || second.IsEstimate)
        {
            Cached = first.Cached + second.Cached,
            Reasoning = first.Reasoning + second.Reasoning,
        };
}
