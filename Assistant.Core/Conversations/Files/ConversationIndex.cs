namespace Assistant.Core.Conversations.Files;

/// <summary>
/// What a list and a search need of an owner's conversations, so that neither reads them all. It only repeats what the conversations say, so it can be
/// thrown away. Not safe to be called twice at once.
/// </summary>
internal sealed class ConversationIndex(string listPath, string textPath)
{
    // Beyond so many lines for each conversation, the list is written anew.
    private const int MostLinesEach = 4;
    private const int LeastLines = 1000;

    private readonly SearchText _texts = new(textPath);

    /// <summary>The conversations that are not gone, by id.</summary>
    public Dictionary<string, ListLine> Read()
    {
        var listed = new Dictionary<string, ListLine>();
        var count = 0;
        foreach (var line in File.Exists(listPath) ? File.ReadLines(listPath).Select(ListLine.Parse).OfType<ListLine>() : [])
        {
            count++;
            if (line.IsGone)
            {
                listed.Remove(line.Id);
            }
            else
            {
                listed[line.Id] = listed.TryGetValue(line.Id, out var before) ? line.After(before) : line;
            }
        }

        if (count > LeastLines + (MostLinesEach * listed.Count))
        {
            Rewrite(listed.Values);
        }

        return listed;
    }

    /// <summary>The ids of the conversations that hold a text, whether or not they are still there.</summary>
    public HashSet<string> Find(string text, CancellationToken cancellationToken) => _texts.Find(text, cancellationToken);

    public void Put(ListLine line, IEnumerable<Turn> turns)
    {
        File.AppendAllText(listPath, $"{line}\n");
        _texts.Add(line.Id, turns.Where(turn => turn.HasEnded).Select(turn => turn.Text));
    }

    /// <summary>One half of it says nothing of what the other half lost.</summary>
    public void DropUnlessWhole()
    {
        if (!File.Exists(listPath) || !File.Exists(textPath))
        {
            File.Delete(listPath);
            File.Delete(textPath);
        }
    }

    /// <summary>Forgets the texts of conversations that are gone.</summary>
    public void Tidy() => _texts.Keep(Read().Keys.ToHashSet());

    private void Rewrite(IEnumerable<ListLine> listed)
    {
        var draft = listPath + ".new";
        File.WriteAllLines(draft, listed.Select(line => line.ToString()));
        File.Move(draft, listPath, overwrite: true);
    }
}
