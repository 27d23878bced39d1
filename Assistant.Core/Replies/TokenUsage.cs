namespace Assistant.Core.Replies;

/// <summary>Tokens of all calls of a reply.</summary>
/// <param name="Input">Tokens read; 0 when estimated.</param>
/// <param name="Output">Tokens written, reasoning included.</param>
/// <param name="IsEstimate">The endpoint did not say; the number is guessed from the length of the text and shown with "≈".</param>
public sealed record TokenUsage(long Input, long Output, bool IsEstimate = false);
