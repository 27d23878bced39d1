namespace Assistant.Web.Markdown;

/// <summary>The language that is named after a fence.</summary>
internal static class FenceTag
{
    public static string Of(ReadOnlySpan<char> afterFence)
    {
        var words = afterFence.Trim(" \t");
        var end = words.IndexOfAny(' ', '\t');
        return (end < 0 ? words : words[..end]).ToString();
    }
}
