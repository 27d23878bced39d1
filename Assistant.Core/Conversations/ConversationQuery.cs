namespace Assistant.Core.Conversations;

/// <summary>Which conversations to list, and how many at once.</summary>
/// <param name="Text">Only those whose title or turns contain it, in any case; none or blank lists all.</param>
/// <param name="After">The id of the last one already seen; none begins at the top.</param>
/// <param name="Take">The most to list.</param>
public sealed record ConversationQuery(string? Text = null, string? After = null, int Take = ConversationQuery.UsualTake)
{
    public const int UsualTake = 100;

    /// <summary>The part of these that was asked for, the pinned ones first, then the newest.</summary>
    public IReadOnlyList<ConversationSummary> Page(IEnumerable<ConversationSummary> conversations)
    {
        var ordered = conversations
            .OrderByDescending(conversation => conversation.IsPinned)
            .ThenByDescending(conversation => conversation.Changed)
            .ThenBy(conversation => conversation.Id, StringComparer.Ordinal);
        var page = After is null ? ordered : ordered.SkipWhile(conversation => conversation.Id != After).Skip(1);
        return [.. page.Take(Take)];
    }
}
