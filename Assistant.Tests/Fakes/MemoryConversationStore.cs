using System.Collections.Concurrent;
using Assistant.Core;
using Assistant.Core.Conversations;

namespace Assistant.Tests.Fakes;

/// <summary>Conversations for as long as a test runs, with nothing to wait for.</summary>
public sealed class MemoryConversationStore(TimeProvider time) : IConversationStore
{
    private readonly ConcurrentDictionary<(Owner Owner, string Id), List<ConversationEntry>> _entries = new();
    private readonly ConcurrentDictionary<(Owner Owner, string Id), List<ConversationEntry>> _deleted = new();

    public event Action<Owner, string>? Changed;

    public Task<Conversation> CreateAsync(Owner owner, IReadOnlyList<Turn> turns, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        _entries[(owner, id)] = [new ConversationEntry.Created(time.GetUtcNow()), .. turns.Select(turn => new ConversationEntry.TurnKept(time.GetUtcNow(), turn))];
        Changed?.Invoke(owner, id);
        return Task.FromResult(Build(owner, id)!);
    }

    public Task<Conversation?> FindAsync(Owner owner, string id, CancellationToken cancellationToken) => Task.FromResult(Build(owner, id));

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken)
    {
        var found = _entries.Keys.Where(key => key.Owner == owner).Select(key => Build(owner, key.Id)!).Where(conversation => Matches(conversation, query.Text?.Trim()));
        return Task.FromResult(query.Page(found.Select(conversation =>
            new ConversationSummary(conversation.Id, conversation.Title, conversation.Changed) { IsPinned = conversation.IsPinned })));
    }

    public Task SaveTurnsAsync(Owner owner, string conversationId, IReadOnlyList<Turn> turns, CancellationToken cancellationToken) =>
        AddAsync(owner, conversationId, true, [.. turns.Select(turn => new ConversationEntry.TurnKept(time.GetUtcNow(), turn))]);

    public Task GrowTurnAsync(Owner owner, string conversationId, string turnId, int from, string text, CancellationToken cancellationToken) =>
        AddAsync(owner, conversationId, false, new ConversationEntry.TextGrown(time.GetUtcNow(), turnId, from, text));

    public Task ChangeAsync(Owner owner, string conversationId, ConversationChange change, CancellationToken cancellationToken) =>
        AddAsync(owner, conversationId, true, new ConversationEntry.Altered(time.GetUtcNow(), change));

    public Task DeleteAsync(Owner owner, string conversationId, CancellationToken cancellationToken) => MoveAsync(owner, conversationId, _entries, _deleted);

    public Task RestoreAsync(Owner owner, string conversationId, CancellationToken cancellationToken) => MoveAsync(owner, conversationId, _deleted, _entries);

    private static bool Matches(Conversation conversation, string? text) =>
        string.IsNullOrEmpty(text)
        || conversation.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
        || conversation.Turns.Any(turn => turn.HasEnded && turn.Text.ReplaceLineEndings(" ").Contains(text, StringComparison.OrdinalIgnoreCase));

    private Conversation? Build(Owner owner, string id)
    {
        if (!_entries.TryGetValue((owner, id), out var entries))
        {
            return null;
        }

        lock (entries)
        {
            return entries.Aggregate(new ConversationBuilder(id), (builder, entry) => builder.Add(entry)).Build();
        }
    }

    private Task AddAsync(Owner owner, string id, bool isForGood, params ConversationEntry[] added)
    {
        if (!_entries.TryGetValue((owner, id), out var entries))
        {
            return Task.FromException(new ConversationNotFoundException());
        }

        lock (entries)
        {
            entries.AddRange(added);
        }

        if (isForGood)
        {
            Changed?.Invoke(owner, id);
        }

        return Task.CompletedTask;
    }

    private Task MoveAsync(
        Owner owner,
        string id,
        ConcurrentDictionary<(Owner Owner, string Id), List<ConversationEntry>> from,
        ConcurrentDictionary<(Owner Owner, string Id), List<ConversationEntry>> to)
    {
        if (!from.TryRemove((owner, id), out var entries))
        {
            return Task.FromException(new ConversationNotFoundException());
        }

        to[(owner, id)] = entries;
        Changed?.Invoke(owner, id);
        return Task.CompletedTask;
    }
}
