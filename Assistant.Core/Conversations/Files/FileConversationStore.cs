using Assistant.Core.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Conversations.Files;

/// <summary>
/// Conversations in files beneath the data folder, one each, to which lines are only ever added. Safe for one process, which holds the folder from
/// <see cref="Open"/> on.
/// </summary>
public sealed class FileConversationStore : IConversationStore, IDisposable
{
    /// <summary>How long a deleted conversation can be brought back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly ConversationFolder _folder;
    private readonly Turnstiles _turnstiles = new();
    private readonly OwnerIndexes _indexes;
    private readonly Lazy<FolderLock> _lock;

    public FileConversationStore(IOptions<DataOptions> data, TimeProvider time)
    {
        _time = time;
        _folder = new ConversationFolder(data.Value.PathOf("conversations"));
        _indexes = new OwnerIndexes(_folder, time);
        _lock = new Lazy<FolderLock>(() => FolderLock.Take(OwnedFolder.Create(_folder.Root).FullName, time));
    }

    public event Action<Owner, string>? Changed;

    /// <summary>Takes the folder; the first call that needs it does so otherwise.</summary>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    public void Open() => _ = _lock.Value;

    public async Task<Conversation> CreateAsync(Owner owner, IReadOnlyList<Turn> turns, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        ConversationEntry[] entries = [new ConversationEntry.Created(_time.GetUtcNow()), .. Kept(turns)];
        await WriteAsync(owner, id, isNew: true, entries, isForGood: true, cancellationToken);
        return entries.Aggregate(new ConversationBuilder(id), (builder, entry) => builder.Add(entry)).Build();
    }

    public Task<Conversation?> FindAsync(Owner owner, string id, CancellationToken cancellationToken) => StoreFaults.TranslateAsync(async () =>
    {
        Open();
        using var turn = await _turnstiles.EnterAsync(id, cancellationToken);
        return _folder.FileOf(owner, id) is { } path && File.Exists(path) ? await EntryLines.ReadAsync(path, id, cancellationToken) : null;
    });

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken) =>
        StoreFaults.TranslateAsync(() =>
        {
            Open();
            return _indexes.ListAsync(owner, query, cancellationToken);
        });

    public Task SaveTurnsAsync(Owner owner, string conversationId, IReadOnlyList<Turn> turns, CancellationToken cancellationToken) =>
        WriteAsync(owner, conversationId, isNew: false, [.. Kept(turns)], isForGood: true, cancellationToken);

    public Task GrowTurnAsync(Owner owner, string conversationId, string turnId, int from, string text, CancellationToken cancellationToken) =>
        WriteAsync(owner, conversationId, isNew: false, [new ConversationEntry.TextGrown(_time.GetUtcNow(), turnId, from, text)], isForGood: false, cancellationToken);

    public Task ChangeAsync(Owner owner, string conversationId, ConversationChange change, CancellationToken cancellationToken) =>
        WriteAsync(owner, conversationId, isNew: false, [new ConversationEntry.Altered(_time.GetUtcNow(), change)], isForGood: true, cancellationToken);

    public Task DeleteAsync(Owner owner, string conversationId, CancellationToken cancellationToken) =>
        MoveAsync(owner, conversationId, "", ConversationFolder.Deleted, _indexes.RemoveAsync, cancellationToken);

    public Task RestoreAsync(Owner owner, string conversationId, CancellationToken cancellationToken) =>
        MoveAsync(owner, conversationId, ConversationFolder.Deleted, "", _indexes.RestoreAsync, cancellationToken);

    public void Dispose()
    {
        if (_lock.IsValueCreated)
        {
            _lock.Value.Dispose();
        }
    }

    private IEnumerable<ConversationEntry> Kept(IEnumerable<Turn> turns) => turns.Select(turn => new ConversationEntry.TurnKept(_time.GetUtcNow(), turn));

    private async Task WriteAsync(
        Owner owner, string id, bool isNew, IReadOnlyList<ConversationEntry> entries, bool isForGood, CancellationToken cancellationToken)
    {
        await StoreFaults.TranslateAsync(async () =>
        {
            Open();
            using var turn = await _turnstiles.EnterAsync(id, cancellationToken);
            var path = _folder.FileOf(owner, id) ?? throw new ConversationNotFoundException();
            if (isNew)
            {
                OwnedFolder.Create(_folder.Of(owner));
                File.Create(path).Dispose();
            }
            else if (!File.Exists(path))
            {
                throw new ConversationNotFoundException();
            }

            var size = await EntryLines.AppendAsync(path, entries, isForGood, cancellationToken);
            if (isForGood)
            {
                await _indexes.PutAsync(owner, id, size, entries, cancellationToken);
            }

            return size;
        });
        if (isForGood)
        {
            Changed?.Invoke(owner, id);
        }
    }

    private async Task MoveAsync(
        Owner owner, string id, string from, string to, Func<Owner, string, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        await StoreFaults.TranslateAsync(async () =>
        {
            Open();
            using var turn = await _turnstiles.EnterAsync(id, cancellationToken);
            var path = _folder.FileOf(owner, id);
            if (path is null || !File.Exists(path + from))
            {
                throw new ConversationNotFoundException();
            }

            File.SetLastWriteTimeUtc(path + from, _time.GetUtcNow().UtcDateTime);
            File.Move(path + from, path + to);
            await record(owner, id, cancellationToken);
            return id;
        });
        Changed?.Invoke(owner, id);
    }
}
