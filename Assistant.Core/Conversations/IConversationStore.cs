namespace Assistant.Core.Conversations;

/// <summary>
/// Keeps conversations. Somebody else's conversation is as unknown as one that never was. What a call has returned for is kept for good, also
/// when the machine stops in the next moment. Every call throws <see cref="ConversationStoreException"/> when the store cannot be read or written.
/// </summary>
public interface IConversationStore
{
    /// <summary>Something about a conversation changed, but for the text of a turn that is still growing. Called from any thread.</summary>
    event Action<Owner, string>? Changed;

    /// <summary>Keeps a new conversation that begins with these turns.</summary>
    Task<Conversation> CreateAsync(Owner owner, IReadOnlyList<Turn> turns, CancellationToken cancellationToken);

    /// <summary>None when it is unknown.</summary>
    Task<Conversation?> FindAsync(Owner owner, string id, CancellationToken cancellationToken);

    /// <summary>The pinned ones first, then the newest. Fewer than asked for means that there are no more.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken);

    /// <summary>Keeps turns, each in the place of the one with the same id. A new one is added to the branch it names, which is then the open one.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    Task SaveTurnsAsync(Owner owner, string conversationId, IReadOnlyList<Turn> turns, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what was added to the text of a turn that is still growing. It outlives this process, but not necessarily a power cut: the turn itself
    /// follows when it has ended.
    /// </summary>
    /// <param name="from">The length the text had before, in characters.</param>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    Task GrowTurnAsync(Owner owner, string conversationId, string turnId, int from, string text, CancellationToken cancellationToken);

    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    Task ChangeAsync(Owner owner, string conversationId, ConversationChange change, CancellationToken cancellationToken);

    /// <summary>Makes a conversation unknown. For a day it can be brought back.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    Task DeleteAsync(Owner owner, string conversationId, CancellationToken cancellationToken);

    /// <summary>Brings a deleted conversation back.</summary>
    /// <exception cref="ConversationNotFoundException">There is no such conversation, or no longer.</exception>
    Task RestoreAsync(Owner owner, string conversationId, CancellationToken cancellationToken);
}
