namespace Assistant.Web.Markdown;

/// <summary>What a line of Markdown looks like by itself. Spaces are columns; a tab goes on to the next multiple of four.</summary>
internal static class LineShape
{
    /// <summary>From this indentation on a line is code, and starts nothing else.</summary>
    public const int CodeIndent = 4;

    private const int TabWidth = 4;
    private const int LongestNumber = 9;
    private const int ShortestFence = 3;
    private const int DeepestHeading = 6;

    public static bool IsBlank(ReadOnlySpan<char> line) => line.Trim(" \t").IsEmpty;

    public static int Indent(ReadOnlySpan<char> line)
    {
        var column = 0;
        foreach (var character in line)
        {
            if (character is not (' ' or '\t'))
            {
                break;
            }

            column += character == ' ' ? 1 : TabWidth - (column % TabWidth);
        }

        return column;
    }

    /// <summary>How many backticks or tildes open a fence here; none is 0.</summary>
    public static int FenceLength(ReadOnlySpan<char> content)
    {
        if (content is not ['`' or '~', ..])
        {
            return 0;
        }

        var length = RunLength(content);
        return length < ShortestFence || (content[0] == '`' && content[length..].Contains('`')) ? 0 : length;
    }

    /// <summary>Whether the start of a line may go on as the start of a fence.</summary>
    public static bool MayBecomeFence(ReadOnlySpan<char> content) =>
        content is ['`' or '~', ..] && (RunLength(content) == content.Length || FenceLength(content) > 0);

    public static bool ClosesFence(ReadOnlySpan<char> content, char mark, int length) =>
        content.Length > 0 && content[0] == mark && RunLength(content) is var run && run >= length && IsBlank(content[run..]);

    public static bool IsHeading(ReadOnlySpan<char> content) =>
        content is ['#', ..] && RunLength(content) is var level && level <= DeepestHeading && (level == content.Length || content[level] is ' ' or '\t');

    /// <summary>The line under a paragraph that makes it a heading.</summary>
    public static bool IsUnderline(ReadOnlySpan<char> content) =>
        content is ['=' or '-', ..] && IsBlank(content[RunLength(content)..]);

    public static bool IsRule(ReadOnlySpan<char> content)
    {
        if (content is not ['*' or '-' or '_', ..])
        {
            return false;
        }

        var marks = 0;
        foreach (var character in content)
        {
            if (character == content[0])
            {
                marks++;
            }
            else if (character is not (' ' or '\t'))
            {
                return false;
            }
        }

        return marks >= ShortestFence;
    }

    /// <summary>The length of a bullet or number that starts an item of a list; none is 0.</summary>
    public static int ListMarkerLength(ReadOnlySpan<char> content)
    {
        var length = content is ['-' or '*' or '+', ..] ? 1 : NumberLength(content);
        return length > 0 && (length == content.Length || content[length] is ' ' or '\t') ? length : 0;
    }

    private static int NumberLength(ReadOnlySpan<char> content)
    {
        var digits = content.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= LongestNumber && content[digits] is ('.' or ')') ? digits + 1 : 0;
    }

    private static int RunLength(ReadOnlySpan<char> content)
    {
        var end = content.IndexOfAnyExcept(content[0]);
        return end < 0 ? content.Length : end;
    }
}
