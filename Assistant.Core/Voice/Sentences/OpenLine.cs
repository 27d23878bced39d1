namespace Assistant.Core.Voice.Sentences;

/// <summary>The line that is arriving: which block of Markdown it begins, and whether it ends one.</summary>
internal sealed class OpenLine
{
    private const int TabWidth = 4;
    private const int MostIndent = 3;
    private const int ShortestRule = 3;

    // The longest start is the number of an item, and what follows it.
    private readonly char[] _first = new char[12];
    private int _count;
    private LineStart _kind;
    private bool _isBlank = true;
    private bool _isInParagraph;
    private bool _isQuoted;
    private bool _wasQuoted;
    private int _column;
    private int _indent;
    private int _container;
    private int _listIndent;
    private char _mark;
    private int _marks;
    private bool _isRun;

    /// <summary>Where in the open text the line, or what follows its markers, begins.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the line opens a block of code, as far as it has arrived.</summary>
    public bool IsFence => _kind == LineStart.Fence;

    /// <summary>Whether no sentence ends within the line.</summary>
    public bool IsSilent => _kind is LineStart.Fence or LineStart.Row;

    /// <summary>Whether <paramref name="next"/> only marks a quote, and so says nothing of the end of what was before.</summary>
    public bool IsQuoteMark(char next) => _isBlank && next == '>';

    /// <summary>Text before the line is no longer open.</summary>
    public void Shift(int length) => Start -= length;

    /// <summary>Whether a block begins at <see cref="Start"/>. That of a fence begins when its line has ended.</summary>
    public bool Add(char character, int index)
    {
        var column = _column;
        _column = character == '\t' ? (column / TabWidth * TabWidth) + TabWidth : column + 1;
        if (_isBlank && char.IsWhiteSpace(character))
        {
            return false;
        }

        if (_isBlank)
        {
            (Start, _indent, _isBlank, _count, _kind, _mark, _marks, _isRun) = (index, column, false, 0, LineStart.Unknown, character, 0, true);
        }

        NoteMark(character);
        if (_kind != LineStart.Unknown)
        {
            return false;
        }

        _first[_count++] = character;
        _kind = LineStarts.Of(_first.AsSpan(0, _count));
        return Begins();
    }

    public OpenFence OpenFence() => new(_mark, _marks, _listIndent + MostIndent, _isQuoted);

    /// <summary>Whether the line ends what is before it, too.</summary>
    public bool End()
    {
        var isRule = _isRun && (_marks >= ShortestRule ? _mark is '-' or '*' or '_' or '=' : _mark == '=');
        var ends = _isBlank || isRule || _kind is LineStart.Heading or LineStart.Row;
        _isInParagraph = !ends && !IsFence;
        (_wasQuoted, _isQuoted, _isBlank, _column, _container, _kind) = (_isQuoted, false, true, 0, 0, LineStart.Unknown);
        return ends;
    }

    private bool Begins()
    {
        switch (_kind)
        {
            case LineStart.Quote:
                var isFirst = !_wasQuoted && !_isQuoted;
                (_isQuoted, _isBlank, _container) = (true, true, _column);
                return isFirst;
            case LineStart.LaterItem when _isInParagraph && _listIndent == 0:
                _kind = LineStart.Text;
                return false;
            case LineStart.Item or LineStart.LaterItem:
                (_listIndent, _isBlank, _container) = (_column, true, _column);
                return true;
            case LineStart.Fence when _indent - Math.Max(_container, _listIndent) > MostIndent:
                _kind = LineStart.Text;
                return false;
            default:
                _listIndent = _indent == 0 && _kind != LineStart.Unknown ? 0 : _listIndent;
                return _kind is LineStart.Heading or LineStart.Row;
        }
    }

    // Counts the characters of a fence or a rule; a second run of ` makes code within a sentence out of what began like a fence.
    private void NoteMark(char character)
    {
        if (character == _mark && _isRun)
        {
            _marks++;
        }
        else if (IsFence && character == '`' && _mark == '`')
        {
            _kind = LineStart.Text;
        }
        else if (IsFence || !char.IsWhiteSpace(character))
        {
            _isRun = false;
        }
    }
}
