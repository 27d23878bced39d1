namespace Assistant.Core.Conversations;

/// <summary>A conversation as it stands now. Its turns form a tree: a message that was edited, or an answer that was asked for again, begins a branch.</summary>
/// <param name="Changed">When something was last said in it.</param>
/// <param name="Turns">All of them, on every branch, in the order they were first kept.</param>
public sealed record Conversation(string Id, string Title, DateTimeOffset Changed, IReadOnlyList<Turn> Turns)
{
    public bool IsPinned { get; init; }

    /// <summary>The last turn of the branch that is open; none while nothing was said.</summary>
    public string? Head { get; init; }

    /// <summary>The turns of the branch that is open, from the first to <see cref="Head"/>.</summary>
    public IReadOnlyList<Turn> Path => Branches.PathTo(Turns, Head);
}
