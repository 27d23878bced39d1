namespace Assistant.Core.Conversations;

/// <summary>Keeps conversations. Somebody else's conversation is as unknown as one that never was.</summary>
public interface IConversationStore
{
    Task<Conversation> CreateAsync(Owner owner, CancellationToken cancellationToken);

    /// <summary>None when it is unknown.</summary>
    Task<Conversation?> FindAsync(Owner owner, string id, CancellationToken cancellationToken);

    /// <summary>The newest first; with a query those whose title or text contains it, in any case.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, string? query, CancellationToken cancellationToken);

    /// <summary>Adds a turn at the end, or replaces the one of the same id.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    Task SaveTurnAsync(Owner owner, string conversationId, Turn turn, CancellationToken cancellationToken);
}
