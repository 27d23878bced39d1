using System.Collections.Concurrent;

namespace Assistant.Core.Conversations.Files;

/// <summary>The index of each owner. When it is first needed it is made to agree with the conversations there are.</summary>
internal sealed class OwnerIndexes(ConversationFolder folder, TimeProvider time)
{
    private readonly Turnstiles _turnstiles = new();
    private readonly ConcurrentDictionary<Owner, bool> _agreeing = new();
    private readonly ConcurrentDictionary<Owner, (ConversationQuery Query, IReadOnlyList<ConversationSummary> Listed)> _last = new();

    /// <summary>Several pages of one person ask for the same after each change, and it is read once for them.</summary>
    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken)
    {
        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        if (!_last.TryGetValue(owner, out var last) || last.Query != query)
        {
            _last[owner] = last = (query, await ReadAsync(owner, query, cancellationToken));
        }

        return last.Listed;
    }

    /// <summary>Adds what was just written to a conversation.</summary>
    public async Task PutAsync(Owner owner, string id, long size, IReadOnlyList<ConversationEntry> entries, CancellationToken cancellationToken)
    {
        using var turn = await EnterToChangeAsync(owner, cancellationToken);
        if (_agreeing.ContainsKey(owner))
        {
            IndexOf(owner).Put(ListLine.Of(id, size, entries), entries.OfType<ConversationEntry.TurnKept>().Select(entry => entry.Turn));
        }
    }

    /// <summary>A conversation came back.</summary>
    public async Task RestoreAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        using var turn = await EnterToChangeAsync(owner, cancellationToken);
        if (_agreeing.ContainsKey(owner))
        {
            await PutWholeAsync(owner, IndexOf(owner), id, cancellationToken);
        }
    }

    public async Task RemoveAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        using var turn = await EnterToChangeAsync(owner, cancellationToken);
        IndexOf(owner).Put(new ListLine(id) { IsGone = true }, []);
    }

    private async Task<IDisposable> EnterToChangeAsync(Owner owner, CancellationToken cancellationToken)
    {
        var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        _last.TryRemove(owner, out _);
        return turn;
    }

    private async Task<IReadOnlyList<ConversationSummary>> ReadAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken)
    {
        var index = await OpenAsync(owner, cancellationToken);
        var all = index.Read().Values.Select(line => line.ToSummary());
        if (query.Text?.Trim() is { Length: > 0 } text)
        {
            var holding = index.Find(text, cancellationToken);
            all = all.Where(listed => holding.Contains(listed.Id) || listed.Title.Contains(text, StringComparison.OrdinalIgnoreCase));
        }

        return query.Page(all);
    }

    private ConversationIndex IndexOf(Owner owner) => new(folder.IndexOf(owner, "list"), folder.IndexOf(owner, "text"));

    private async Task<ConversationIndex> OpenAsync(Owner owner, CancellationToken cancellationToken)
    {
        var index = IndexOf(owner);
        if (_agreeing.ContainsKey(owner) || !Directory.Exists(folder.Of(owner)))
        {
            return index;
        }

        index.DropUnlessWhole();
        var listed = index.Read();
        foreach (var (id, size) in folder.FilesOf(owner))
        {
            if (!listed.Remove(id, out var known) || known.Size != size)
            {
                await PutWholeAsync(owner, index, id, cancellationToken);
            }
        }

        foreach (var id in listed.Keys)
        {
            index.Put(new ListLine(id) { IsGone = true }, []);
        }

        ForgetDeleted(owner, index);
        _agreeing[owner] = true;
        return index;
    }

    private async Task PutWholeAsync(Owner owner, ConversationIndex index, string id, CancellationToken cancellationToken)
    {
        var path = folder.FileOf(owner, id)!;
        var conversation = await EntryLines.ReadAsync(path, id, cancellationToken);
        index.Put(ListLine.Of(conversation, new FileInfo(path).Length), conversation.Turns);
    }

    private void ForgetDeleted(Owner owner, ConversationIndex index)
    {
        var old = folder.DeletedBefore(owner, time.GetUtcNow() - FileConversationStore.UndoTime).ToList();
        old.ForEach(File.Delete);
        if (old.Count > 0)
        {
            index.Tidy();
        }
    }
}
