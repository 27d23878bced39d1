using System.Text;

namespace Assistant.Core.Conversations;

/// <summary>Puts a conversation together from its entries.</summary>
public sealed class ConversationBuilder(string id)
{
    public const string NoTitle = "New conversation";
    private const int LongestTitle = 60;

    private readonly List<Turn> _turns = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<string, StringBuilder> _growing = [];
    private string? _firstText;
    private string? _title;
    private string? _head;
    private bool _isPinned;
    private DateTimeOffset _changed;

    public ConversationBuilder Add(ConversationEntry entry)
    {
        switch (entry)
        {
            case ConversationEntry.Created:
                _changed = entry.At;
                break;
            case ConversationEntry.TurnKept kept:
                Keep(kept.Turn);
                _changed = entry.At;
                break;
            case ConversationEntry.TextGrown grown when _places.TryGetValue(grown.TurnId, out var place):
                Grow(_turns[place], grown);
                _changed = entry.At;
                break;
            case ConversationEntry.Altered { Change: var change }:
                _title = change.Title ?? _title;
                _isPinned = change.IsPinned ?? _isPinned;
                _head = change.Head is { } head && _places.ContainsKey(head) ? head : _head;
                break;
        }

        return this;
    }

    public Conversation Build() => new(id, _title ?? TitleOf(_firstText ?? ""), _changed, [.. _turns.Select(AsGrown)]) { Head = _head, IsPinned = _isPinned };

    private void Keep(Turn turn)
    {
        _firstText ??= turn.Text;
        _growing.Remove(turn.Id);
        if (_places.TryGetValue(turn.Id, out var place))
        {
            _turns[place] = turn;
            return;
        }

        _places[turn.Id] = _turns.Count;
        _turns.Add(turn);
        _head = turn.Id;
    }

    // What does not follow on from the text so far was kept twice, or its beginning is lost.
    private void Grow(Turn turn, ConversationEntry.TextGrown grown)
    {
        if (!_growing.TryGetValue(turn.Id, out var text))
        {
            _growing[turn.Id] = text = new StringBuilder(turn.Text);
        }

        if (grown.From <= text.Length)
        {
            text.Length = grown.From;
            text.Append(grown.Text);
        }
    }

    private Turn AsGrown(Turn turn) => _growing.TryGetValue(turn.Id, out var text) ? turn with { Text = text.ToString() } : turn;

    /// <summary>What a conversation is called that begins with <paramref name="text"/>.</summary>
    public static string TitleOf(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        return line.Length switch
        {
            0 => NoTitle,
            > LongestTitle => line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)].TrimEnd() + "…",
            _ => line,
        };
    }
}
