namespace Assistant.Core.Conversations;

/// <summary>A conversation as it stands now, with its turns in order.</summary>
public sealed record Conversation(string Id, string Title, DateTimeOffset Changed, IReadOnlyList<Turn> Turns);
