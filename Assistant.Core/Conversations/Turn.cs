using Assistant.Core.Replies;

namespace Assistant.Core.Conversations;

/// <summary>One message of a conversation, as it stands now.</summary>
/// <param name="Text">In Markdown for an answer; as it was typed for a question.</param>
public sealed record Turn(string Id, TurnRole Role, string Text)
{
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

    public ReplyFacts? Facts { get; init; }

    public ReplyFailure? Failure { get; init; }

    public static string NewId() => Guid.NewGuid().ToString("N");
}
