namespace Assistant.Core.Conversations.Files;

/// <summary>
/// What a list and a search need of an owner's conversations, so that neither reads them all. It only repeats what the conversations say, so it can be
/// thrown away. The list is read once and kept, some 300 bytes a conversation. Safe to be used by many at once.
/// </summary>
internal sealed class ConversationIndex(string listPath, string textPath)
{
    // Beyond so many lines for each conversation, the list is written anew.
    private const int MostLinesEach = 4;
    private const int LeastLines = 1000;

    // Held for as long as two lines take to be written; a turn at an asynchronous gate would be waited for longer than that.
    private readonly Lock _gate = new();
    private readonly SearchText _texts = new(textPath);
    private Dictionary<string, ListLine>? _listed;
    private int _lines;
    private int _version;

    /// <summary>Another number after each change.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The conversations that are not gone.</summary>
    public IReadOnlyList<ListLine> Listed()
    {
        lock (_gate)
        {
            return [.. Known().Values];
        }
    }

    /// <summary>The ids of the conversations that hold a text, whether or not they are still there.</summary>
    public HashSet<string> Find(string text, CancellationToken cancellationToken) => _texts.Find(text, cancellationToken);

    public void Put(ListLine line, IEnumerable<Turn> turns)
    {
        lock (_gate)
        {
            var listed = Known();
            File.AppendAllText(listPath, $"{line}\n");
            Take(line, listed);
            _version++;
            _texts.Add(line.Id, turns.Where(turn => turn.HasEnded).Select(turn => turn.Text));
            if (_lines > LeastLines + (MostLinesEach * listed.Count))
            {
                Rewrite(listed.Values);
            }
        }
    }

    /// <summary>One half of it says nothing of what the other half lost.</summary>
    public void DropUnlessWhole()
    {
        lock (_gate)
        {
            if (!File.Exists(listPath) || !File.Exists(textPath))
            {
                File.Delete(listPath);
                File.Delete(textPath);
                (_listed, _lines) = (null, 0);
            }
        }
    }

    /// <summary>Forgets the texts of conversations that are gone.</summary>
    public void Tidy()
    {
        lock (_gate)
        {
            _texts.Keep(Known().Keys.ToHashSet());
        }
    }

    private Dictionary<string, ListLine> Known()
    {
        if (_listed is null)
        {
            _listed = [];
            foreach (var line in File.Exists(listPath) ? File.ReadLines(listPath).Select(ListLine.Parse).OfType<ListLine>() : [])
            {
                Take(line, _listed);
            }
        }

        return _listed;
    }

    private void Take(ListLine line, Dictionary<string, ListLine> listed)
    {
        _lines++;
        if (line.IsGone)
        {
            listed.Remove(line.Id);
        }
        else
        {
            listed[line.Id] = listed.TryGetValue(line.Id, out var before) ? line.After(before) : line;
        }
    }

    private void Rewrite(Dictionary<string, ListLine>.ValueCollection listed)
    {
        var draft = listPath + ".new";
        File.WriteAllLines(draft, listed.Select(line => line.ToString()));
        File.Move(draft, listPath, overwrite: true);
        _lines = listed.Count;
    }
}
