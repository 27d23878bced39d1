using Assistant.Core.Replies;

namespace Assistant.Core.Conversations;

/// <summary>One message of a conversation, as it stands now.</summary>
/// <param name="Text">In Markdown for an answer; as it was typed for a question.</param>
public sealed record Turn(string Id, TurnRole Role, string Text)
{
    /// <summary>The turn it follows; none for the first one. Turns that follow the same one are branches of the conversation.</summary>
    public string? After { get; init; }

    /// <summary>The kind of assignment ("chat", "ask") it belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The code a question is about, and its language as the person named it.</summary>
    public string? Code { get; init; }

    public string? Language { get; init; }

    /// <summary>A question is done from the start; an answer is in the state of its reply.</summary>
    public ReplyState State { get; init; } = ReplyState.Done;

    /// <summary>The reply that fills or filled this answer.</summary>
    public string? ReplyId { get; init; }

    public string? Reasoning { get; init; }

    /// <summary>What tools answered on the way to this answer, where it is to be remembered.</summary>
    public IReadOnlyList<Lookup>? Lookups { get; init; }

    public ReplyFacts? Facts { get; init; }

    public ReplyFailure? Failure { get; init; }

    /// <summary>Nothing is added to it any more.</summary>
    public bool HasEnded => State is not (ReplyState.Working or ReplyState.Streaming);

    /// <summary>Nothing is missing of it.</summary>
    public bool IsComplete => State == ReplyState.Done;

    public static string NewId() => Guid.NewGuid().ToString("N");
}
