namespace Assistant.Core.Replies;

/// <summary>What is known of a reply besides its text: the quiet line under an answer, and the same fields over HTTP.</summary>
/// <param name="Model">The model that answered, as it named itself; none before it was called.</param>
/// <param name="IsStreamed">Whether the answer was planned as a stream; none before it was planned.</param>
/// <param name="DeliveryReason">Why it was, in words.</param>
/// <param name="FinishReason">Why the model stopped ("stop", "length"); none when the answer broke off.</param>
public sealed record ReplyFacts(
    string? Model,
    bool? IsStreamed,
    string? DeliveryReason,
    string? FinishReason,
    TokenUsage? Usage,
    ReplyTiming Timing)
{
    /// <summary>The answer ended at its limit of tokens.</summary>
    public bool IsCut => FinishReason == "length";
}
