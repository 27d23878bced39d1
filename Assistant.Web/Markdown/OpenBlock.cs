using System.Text;

namespace Assistant.Web.Markdown;

/// <summary>The block at the end of an answer that is arriving: what it is, and whether a line still belongs to it.</summary>
internal sealed class OpenBlock
{
    private readonly StringBuilder _text = new();
    private BlockShape _shape = BlockShape.None;
    private string _tag = string.Empty;
    private char _mark;
    private int _fenceLength;
    private int _contentIndent;
    private int _codeStart;
    private int? _codeEnd;
    private bool _wasBlank;

    public bool IsNone => _shape == BlockShape.None;

    /// <summary>Code between fences that stand at the top level.</summary>
    public bool IsCode => _shape == BlockShape.Code;

    /// <summary>What is written after the fence.</summary>
    public string Tag => _tag;

    /// <summary>All of it, in Markdown.</summary>
    public string Markdown => _text.ToString();

    /// <summary>How much of it a page shows while it is open: all but its fences.</summary>
    public int ShownLength => (_codeEnd ?? _text.Length) - _codeStart;

    public string Shown(int from) => _text.ToString(_codeStart + from, ShownLength - from);

    public void Reset()
    {
        _text.Clear();
        (_shape, _tag, _codeStart, _codeEnd, _wasBlank) = (BlockShape.None, string.Empty, 0, null, false);
    }

    /// <summary>Whether the block has ended before this line, so that the line starts another one.</summary>
    public bool EndsBefore(string line)
    {
        var indent = LineShape.Indent(line);
        var content = line.AsSpan().TrimStart(" \t");
        return _shape switch
        {
            BlockShape.Paragraph => InterruptsParagraph(indent, content),
            BlockShape.IndentedCode => !content.IsEmpty && indent < LineShape.CodeIndent,
            BlockShape.Quote => content is not ['>', ..] && InterruptsParagraph(indent, content),
            BlockShape.List => EndsList(indent, content),
            _ => false,
        };
    }

    /// <summary>Takes a line that belongs to it. True when the block is complete with that line.</summary>
    public bool Add(string line)
    {
        var indent = LineShape.Indent(line);
        var content = line.AsSpan().TrimStart(" \t");
        if (IsNone)
        {
            if (content.IsEmpty)
            {
                return false;
            }

            Start(indent, content);
            _text.Append(line).Append('\n');
            _codeStart = IsCode ? _text.Length : 0;
            return _shape is BlockShape.Heading or BlockShape.Rule;
        }

        _codeEnd = IsCode && ClosesFence(indent, content) ? _text.Length : null;
        _text.Append(line).Append('\n');
        return _shape switch
        {
            BlockShape.Code => _codeEnd is not null,
            BlockShape.Paragraph => content.IsEmpty || (indent < LineShape.CodeIndent && LineShape.IsUnderline(content)),
            BlockShape.Quote => content.IsEmpty,
            BlockShape.List => GoOnWithList(indent, content),
            _ => false,
        };
    }

    /// <summary>Whether a line that has not yet ended may turn out to be a fence, or nothing: neither is shown.</summary>
    public bool MayBeFence(string line)
    {
        var content = line.AsSpan().TrimStart(" \t");
        return content.IsEmpty || (IsCode ? content.Trim(_mark).Trim(" \t").IsEmpty : LineShape.MayBecomeFence(content));
    }

    private void Start(int indent, ReadOnlySpan<char> content)
    {
        _shape = ShapeOf(indent, content);
        if (IsCode)
        {
            (_mark, _fenceLength) = (content[0], LineShape.FenceLength(content));
            _tag = FenceTag.Of(content[_fenceLength..]);
        }
        else if (_shape == BlockShape.List)
        {
            StartItem(indent, content);
        }
    }

    private static BlockShape ShapeOf(int indent, ReadOnlySpan<char> content) =>
        indent >= LineShape.CodeIndent ? BlockShape.IndentedCode
        : LineShape.FenceLength(content) > 0 ? BlockShape.Code
        : LineShape.IsHeading(content) ? BlockShape.Heading
        : LineShape.IsRule(content) ? BlockShape.Rule
        : LineShape.ListMarkerLength(content) > 0 ? BlockShape.List
        : content is ['>', ..] ? BlockShape.Quote
        : BlockShape.Paragraph;

    /// <summary>A paragraph, also one in a quote, goes on until a line that can only be something else.</summary>
    private static bool InterruptsParagraph(int indent, ReadOnlySpan<char> content)
    {
        if (content.IsEmpty || indent >= LineShape.CodeIndent || LineShape.IsUnderline(content))
        {
            return false;
        }

        return ShapeOf(indent, content) switch
        {
            BlockShape.Paragraph => false,
            BlockShape.List => LineShape.ListMarkerLength(content) < content.TrimEnd(" \t").Length && content is ['-' or '*' or '+', ..] or ['1', '.' or ')', ..],
            _ => true,
        };
    }

    private bool EndsList(int indent, ReadOnlySpan<char> content)
    {
        if (content.IsEmpty || indent >= _contentIndent)
        {
            return false;
        }

        if (LineShape.ListMarkerLength(content) > 0 && !LineShape.IsRule(content) && indent < LineShape.CodeIndent)
        {
            return Marker(content) != _mark;
        }

        return _wasBlank || ShapeOf(indent, content) is not (BlockShape.Paragraph or BlockShape.IndentedCode);
    }

    /// <summary>A list never ends with a line: the next one may belong to it.</summary>
    private bool GoOnWithList(int indent, ReadOnlySpan<char> content)
    {
        _wasBlank = content.IsEmpty;
        if (!content.IsEmpty && indent < _contentIndent && LineShape.ListMarkerLength(content) > 0)
        {
            StartItem(indent, content);
        }

        return false;
    }

    private void StartItem(int indent, ReadOnlySpan<char> content)
    {
        var marker = LineShape.ListMarkerLength(content);
        var space = LineShape.Indent(content[marker..]);
        _mark = Marker(content);
        _contentIndent = indent + marker + (space is > 0 and <= LineShape.CodeIndent ? space : 1);
    }

    /// <summary>What tells one list from another: the bullet, or what follows the number.</summary>
    private static char Marker(ReadOnlySpan<char> content) => content[LineShape.ListMarkerLength(content) - 1];

    private bool ClosesFence(int indent, ReadOnlySpan<char> content) =>
        indent < LineShape.CodeIndent && LineShape.ClosesFence(content, _mark, _fenceLength);
}
