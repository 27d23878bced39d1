using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Core.Conversations.Files;

/// <summary>What one write changed about a conversation in the list; what is none stays as it is.</summary>
/// <param name="Size">Of the conversation's file afterwards, in bytes: one that has another size was written to since.</param>
internal sealed record ListLine(string Id, long Size = 0)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public DateTimeOffset? Changed { get; init; }

    public string? Title { get; init; }

    /// <summary>The title it has from here on if it had none.</summary>
    public string? FirstTitle { get; init; }

    public bool? IsPinned { get; init; }

    public bool IsGone { get; init; }

    public static ListLine Of(string id, long size, IReadOnlyList<ConversationEntry> entries)
    {
        var change = entries.OfType<ConversationEntry.Altered>().Select(entry => entry.Change).LastOrDefault();
        var isSaid = entries.Any(entry => entry is not ConversationEntry.Altered);
        return new ListLine(id, size)
        {
            Changed = isSaid ? entries[^1].At : null,
            FirstTitle = entries.OfType<ConversationEntry.TurnKept>().Select(entry => ConversationBuilder.TitleOf(entry.Turn.Text)).FirstOrDefault(),
            Title = change?.Title,
            IsPinned = change?.IsPinned,
        };
    }

    public static ListLine Of(Conversation conversation, long size) =>
        new(conversation.Id, size)
        {
            Changed = conversation.Changed,
            Title = conversation.Turns.Count == 0 ? null : conversation.Title,   // what is said first may still name it
            IsPinned = conversation.IsPinned,
        };

    /// <summary>None when the line is torn: the size of its conversation will not match, and so it is written again.</summary>
    public static ListLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ListLine>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public ListLine After(ListLine before) => new(Id, Size)
    {
        Changed = Changed ?? before.Changed,
        Title = Title ?? before.Title,
        FirstTitle = before.FirstTitle ?? FirstTitle,
        IsPinned = IsPinned ?? before.IsPinned,
    };

    public ConversationSummary ToSummary() =>
        new(Id, Title ?? FirstTitle ?? ConversationBuilder.NoTitle, Changed ?? default) { IsPinned = IsPinned ?? false };

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
