using System.Collections.Concurrent;

namespace Assistant.Core.Conversations.Files;

/// <summary>The index of each owner. When it is first needed it is made to agree with the conversations there are.</summary>
internal sealed class OwnerIndexes(ConversationFolder folder, TimeProvider time)
{
    private readonly Turnstiles _turnstiles = new();
    private readonly ConcurrentDictionary<Owner, bool> _agreeing = new();

    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken)
    {
        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        var index = await OpenAsync(owner, cancellationToken);
        var all = index.Read().Values.Select(line => line.ToSummary());
        if (query.Text?.Trim() is { Length: > 0 } text)
        {
            var holding = index.Find(text, cancellationToken);
            all = all.Where(listed => holding.Contains(listed.Id) || listed.Title.Contains(text, StringComparison.OrdinalIgnoreCase));
        }

        return query.Page(all);
    }

    /// <summary>Adds what was just written to a conversation.</summary>
    public async Task PutAsync(Owner owner, string id, long size, IReadOnlyList<ConversationEntry> entries, CancellationToken cancellationToken)
    {
        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        if (_agreeing.ContainsKey(owner))
        {
            IndexOf(owner).Put(ListLine.Of(id, size, entries), entries.OfType<ConversationEntry.TurnKept>().Select(entry => entry.Turn));
        }
    }

    /// <summary>A conversation came back.</summary>
    public async Task RestoreAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        if (_agreeing.ContainsKey(owner))
        {
            await PutWholeAsync(owner, IndexOf(owner), id, cancellationToken);
        }
    }

    public async Task RemoveAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        IndexOf(owner).Put(new ListLine(id) { IsGone = true }, []);
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
