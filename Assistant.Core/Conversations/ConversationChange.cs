namespace Assistant.Core.Conversations;

/// <summary>What a person changes about a conversation without saying anything in it; what is none stays as it is.</summary>
public sealed record ConversationChange
{
    public string? Title { get; init; }

    public bool? IsPinned { get; init; }

    /// <summary>The last turn of the branch to open.</summary>
    public string? Head { get; init; }
}
