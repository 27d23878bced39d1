namespace Assistant.Core.Conversations;

/// <summary>A conversation as a list shows it.</summary>
public sealed record ConversationSummary(string Id, string Title, DateTimeOffset Changed)
{
    public bool IsPinned { get; init; }
}
