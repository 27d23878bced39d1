namespace Assistant.Core.Replies;

/// <summary>Where the time of a reply went.</summary>
/// <param name="Total">Request in to answer out.</param>
/// <param name="Model">Sent to last byte, all calls together.</param>
/// <param name="FirstByte">Sent to the first byte of the first call.</param>
/// <param name="Wait">Spent waiting before retries.</param>
/// <param name="Queue">What the endpoint says the request waited there.</param>
/// <param name="Prompt">What the endpoint says it read the prompt for.</param>
/// <param name="Completion">What the endpoint says it wrote the answer for.</param>
public sealed record ReplyTiming(
    TimeSpan Total,
    TimeSpan Model,
    TimeSpan? FirstByte,
    TimeSpan Wait,
    TimeSpan? Queue,
    TimeSpan? Prompt,
    TimeSpan? Completion)
{
    /// <summary>Request in to the first call of the model; none when it was not called.</summary>
    public TimeSpan? Before { get; init; }

    /// <summary>Neither the model nor a wait: what the Assistant itself cost.</summary>
    public TimeSpan Overhead => Total - Model - Wait;
}
