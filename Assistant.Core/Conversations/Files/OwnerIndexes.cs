using System.Collections.Concurrent;

namespace Assistant.Core.Conversations.Files;

/// <summary>The index of each owner. When it is first needed it is made to agree with the conversations there are; from then on nobody waits for a turn.</summary>
internal sealed class OwnerIndexes(ConversationFolder folder, TimeProvider time)
{
    private readonly Turnstiles _turnstiles = new();
    private readonly ConcurrentDictionary<Owner, ConversationIndex> _agreeing = new();
    private readonly ConcurrentDictionary<Owner, Listing> _last = new();

    /// <summary>Several pages of one person ask for the same after each change.</summary>
    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(Owner owner, ConversationQuery query, CancellationToken cancellationToken)
    {
        if (await AgreeingAsync(owner, cancellationToken) is not { } index)
        {
            return [];
        }

        var version = index.Version;
        if (!_last.TryGetValue(owner, out var last) || last.Version != version || last.Query != query)
        {
            _last[owner] = last = new Listing(version, query, List(index, query, cancellationToken));
        }

        return last.Listed;
    }

    /// <summary>Adds what was just written to a conversation.</summary>
    public async Task PutAsync(Owner owner, string id, long size, IReadOnlyList<ConversationEntry> entries, CancellationToken cancellationToken)
    {
        if (await ChangingAsync(owner, cancellationToken) is { } index)
        {
            index.Put(ListLine.Of(id, size, entries), entries.OfType<ConversationEntry.TurnKept>().Select(entry => entry.Turn));
        }
    }

    /// <summary>A conversation came back.</summary>
    public async Task RestoreAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        if (await ChangingAsync(owner, cancellationToken) is { } index)
        {
            await PutWholeAsync(owner, index, id, cancellationToken);
        }
    }

    public async Task RemoveAsync(Owner owner, string id, CancellationToken cancellationToken)
    {
        if (await ChangingAsync(owner, cancellationToken) is { } index)
        {
            index.Put(new ListLine(id) { IsGone = true }, []);
        }
    }

    /// <summary>None for an owner of whom nothing was ever kept.</summary>
    private async Task<ConversationIndex?> AgreeingAsync(Owner owner, CancellationToken cancellationToken)
    {
        if (_agreeing.TryGetValue(owner, out var index) || !Directory.Exists(folder.Of(owner)))
        {
            return index;
        }

        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        return _agreeing.TryGetValue(owner, out index) ? index : _agreeing[owner] = await OpenAsync(owner, cancellationToken);
    }

    /// <summary>None where it was not needed yet: it will be made from the conversations themselves. What changes while it is made waits.</summary>
    private async Task<ConversationIndex?> ChangingAsync(Owner owner, CancellationToken cancellationToken)
    {
        if (_agreeing.TryGetValue(owner, out var index))
        {
            return index;
        }

        using var turn = await _turnstiles.EnterAsync(owner.Id, cancellationToken);
        return _agreeing.GetValueOrDefault(owner);
    }

    private async Task<ConversationIndex> OpenAsync(Owner owner, CancellationToken cancellationToken)
    {
        var index = new ConversationIndex(folder.IndexOf(owner, "list"), folder.IndexOf(owner, "text"));
        index.DropUnlessWhole();
        var listed = index.Listed().ToDictionary(line => line.Id);
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

    private static IReadOnlyList<ConversationSummary> List(ConversationIndex index, ConversationQuery query, CancellationToken cancellationToken)
    {
        var all = index.Listed().Select(line => line.ToSummary());
        if (query.Text?.Trim() is { Length: > 0 } text)
        {
            var holding = index.Find(text, cancellationToken);
            all = all.Where(listed => holding.Contains(listed.Id) || listed.Title.Contains(text, StringComparison.OrdinalIgnoreCase));
        }

        return query.Page(all);
    }

    private sealed record Listing(int Version, ConversationQuery Query, IReadOnlyList<ConversationSummary> Listed);
}
