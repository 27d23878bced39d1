namespace Assistant.Core.Voice.Sentences;

/// <summary>A block of code between fences that has not ended yet: a line of at least as many of the same characters ends it.</summary>
/// <param name="mostIndent">Columns that may be in front of its last line.</param>
internal sealed class OpenFence(char mark, int length, int mostIndent, bool isQuoted)
{
    private int _indent;
    private int _marks;
    private bool _isOther;
    private bool _isAfterMarks;

    /// <summary>Whether the line so far ends the block.</summary>
    public bool IsClosing => !_isOther && _marks >= length;

    public void Add(char character)
    {
        if (character == mark && !_isAfterMarks && _indent <= mostIndent)
        {
            _marks++;
        }
        else if (char.IsWhiteSpace(character))
        {
            _isAfterMarks = _marks > 0;
            _indent += _marks > 0 ? 0 : 1;
        }
        else if (character == '>' && isQuoted && _marks == 0)
        {
            _indent = 0;
        }
        else
        {
            _isOther = true;
        }
    }

    /// <summary>Whether the line has ended the block.</summary>
    public bool EndLine()
    {
        var isClosing = IsClosing;
        (_indent, _marks, _isOther, _isAfterMarks) = (0, 0, false, false);
        return isClosing;
    }
}
