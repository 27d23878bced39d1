namespace Assistant.Web.Markdown;

/// <summary>
/// Tells, in one quick pass, Markdown that would take seconds to read: lists and quotes nested far beyond what anybody writes, or
/// thousands of emphasis marks and brackets in one paragraph.
/// </summary>
internal static class NestingGuard
{
    private const int MaxDepth = 20;

    /// <summary>A list within a list is indented by two columns or more.</summary>
    private const int ColumnsPerLevel = 2;

    /// <summary>In one paragraph; a table of five hundred rows in bold stays under it.</summary>
    private const int MaxMarks = 8000;

    public static bool IsTooDeep(string text)
    {
        var marks = 0;
        string? fence = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (depth, start) = Prefix(line);
            var content = line[start..];
            if (fence is not null)
            {
                fence = content.StartsWith(fence) ? null : fence;
                continue;
            }

            fence = content.StartsWith("```") ? "```" : content.StartsWith("~~~") ? "~~~" : null;
            marks = content.IsEmpty ? 0 : marks + Marks(content);
            if (depth > MaxDepth || marks > MaxMarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many quotes and lists a line opens or goes on with, at most, and where their content starts.</summary>
    private static (int Depth, int Start) Prefix(ReadOnlySpan<char> line)
    {
        var (markers, column, columnsToMarker) = (0, 0, 0);
        while (true)
        {
            var content = line[column..].TrimStart(" \t");
            var start = line.Length - content.Length;
            var marker = content is ['>', ..] ? 1 : LineShape.ListMarkerLength(content);
            if (marker == 0)
            {
                return (markers + (columnsToMarker / ColumnsPerLevel), start);
            }

            markers++;
            columnsToMarker += start - column;
            column = start + marker;
        }
    }

    private static int Marks(ReadOnlySpan<char> content)
    {
        var count = 0;
        foreach (var character in content)
        {
            count += character is '*' or '_' or '~' or '[' ? 1 : 0;
        }

        return count;
    }
}
