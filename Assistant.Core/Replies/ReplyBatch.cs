namespace Assistant.Core.Replies;

/// <summary>What one reader had not yet seen of a reply.</summary>
/// <param name="First">The number of the first event in it, counted from 1.</param>
public sealed record ReplyBatch(int First, IReadOnlyList<ReplyEvent> Events)
{
    /// <summary>The number of the last event in it: where to read on from.</summary>
    public int Last => First + Events.Count - 1;

    public bool EndsReply => Events.Count > 0 && Events[^1].IsEnd;

    /// <summary>The answer's text in it, joined.</summary>
    public string Text => string.Concat(Events.OfType<ReplyEvent.Text>().Select(text => text.Value));

    /// <summary>The code in it, joined.</summary>
    public string Code => string.Concat(Events.OfType<ReplyEvent.Code>().Select(code => code.Value));
}
