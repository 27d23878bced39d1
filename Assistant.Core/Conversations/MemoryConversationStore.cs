using System.Collections.Concurrent;

namespace Assistant.Core.Conversations;

/// <summary>Conversations for as long as the server runs.</summary>
public sealed class MemoryConversationStore(TimeProvider time) : IConversationStore
{
    private const string NoTitle = "New conversation";
    private const int LongestTitle = 60;

    private readonly ConcurrentDictionary<(Owner Owner, string Id), Conversation> _conversations = new();

    public Task<Conversation> CreateAsync(Owner owner, CancellationToken cancellationToken)
    {
        var conversation = new Conversation(Guid.NewGuid().ToString("N"), NoTitle, time.GetUtcNow(), []);
        _conversations[(owner, conversation.Id)] = conversation;
        return Task.FromResult(conversation);
    }

    public Task<Conversation?> FindAsync(Owner owner, string id, CancellationToken cancellationToken) =>
        Task.FromResult(_conversations.GetValueOrDefault((owner, id)));

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, string? query, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConversationSummary> found =
        [
            .. _conversations
                .Where(entry => entry.Key.Owner == owner && Matches(entry.Value, query?.Trim()))
                .Select(entry => entry.Value)
                .OrderByDescending(conversation => conversation.Changed)
                .Select(conversation => new ConversationSummary(conversation.Id, conversation.Title, conversation.Changed)),
        ];
        return Task.FromResult(found);
    }

    public Task SaveTurnAsync(Owner owner, string conversationId, Turn turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = _conversations.GetValueOrDefault((owner, conversationId)) ?? throw new ConversationNotFoundException();
            if (_conversations.TryUpdate((owner, conversationId), With(before, turn), before))
            {
                return Task.CompletedTask;
            }
        }
    }

    private Conversation With(Conversation conversation, Turn turn)
    {
        var isKnown = conversation.Turns.Any(known => known.Id == turn.Id);
        return conversation with
        {
            Title = conversation.Turns.Count == 0 ? TitleOf(turn.Text) : conversation.Title,
            Changed = time.GetUtcNow(),
            Turns = isKnown ? [.. conversation.Turns.Select(known => known.Id == turn.Id ? turn : known)] : [.. conversation.Turns, turn],
        };
    }

    private static string TitleOf(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        return line.Length switch
        {
            0 => NoTitle,
            > LongestTitle => line[..LongestTitle].TrimEnd() + "…",
            _ => line,
        };
    }

    private static bool Matches(Conversation conversation, string? query) =>
        string.IsNullOrEmpty(query)
        || conversation.Title.Contains(query, StringComparison.OrdinalIgnoreCase)
        || conversation.Turns.Any(turn => turn.Text.Contains(query, StringComparison.OrdinalIgnoreCase));
}
