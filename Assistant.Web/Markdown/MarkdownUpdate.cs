using System.Text.Json.Serialization;

namespace Assistant.Web.Markdown;

/// <summary>
/// What a page does, in this order, to go on with an answer that is arriving. The page holds closed blocks, which are drawn once, and
/// after them the tail: the block that is still open, as raw text.
/// </summary>
/// <param name="Sealing">The last text of the tail, which is then a closed block as it stands; none when it is not.</param>
/// <param name="Closed">HTML of blocks that have closed; unless it is empty they take the place of a tail.</param>
/// <param name="NewTail">HTML of an element that becomes the tail; none when the old one goes on.</param>
/// <param name="Text">What the tail grows by, as text.</param>
/// <param name="Ending">What is still to be put right at the end, when there is no tail any more; none before.</param>
[JsonConverter(typeof(MarkdownUpdateJson))]
public sealed record MarkdownUpdate(string? Sealing, string Closed, string? NewTail, string Text, IReadOnlyList<BlockPatch>? Ending = null)
{
    public bool IsEmpty => Sealing is null && Closed.Length == 0 && NewTail is null && Text.Length == 0 && Ending is null;
}
