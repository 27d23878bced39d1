using System.Text;

namespace Assistant.Core.Voice.Sentences;

/// <summary>
/// Parts one answer into sentences while it arrives. It goes by single characters, so it makes no difference how the text is cut into pieces, and it
/// holds only what is not given out yet. A sentence is given out with the first character after it and the white space that follows it.
/// </summary>
public sealed class SentenceScanner
{
    private readonly StringBuilder _open = new();
    private readonly OpenLine _line = new();
    private readonly SentenceEnd _end;
    private readonly SentenceJoiner _joiner = new();
    private readonly List<Sentence> _complete = [];
    private OpenFence? _fence;
    private bool _isCode;
    private bool _mustEnd;
    private bool _wasReturn;

    public SentenceScanner() => _end = new SentenceEnd(_open);

    /// <summary>The sentences that are complete with this text.</summary>
    public IReadOnlyList<Sentence> Add(string text)
    {
        foreach (var character in text)
        {
            if (character is '\n' or '\r')
            {
                AddLineBreak(character);
            }
            else
            {
                Add(character);
            }

            _wasReturn = character == '\r';
        }

        return TakeComplete();
    }

    /// <summary>The rest of the answer.</summary>
    /// <param name="isCut">Whether the answer breaks off here: a sentence that is not complete is left out then.</param>
    public IReadOnlyList<Sentence> End(bool isCut)
    {
        if (!isCut || _mustEnd || _fence is { IsClosing: true } || (_fence is null && _end.IsAtEnd))
        {
            if (_line.IsFence)
            {
                EndBefore(_line.Start);
                _isCode = true;
            }

            EndBefore(_open.Length);
        }

        _complete.AddRange(_joiner.End());
        return TakeComplete();
    }

    private void Add(char character)
    {
        if (_fence is not null)
        {
            _open.Append(character);
            _fence.Add(character);
            return;
        }

        var isQuoteMark = _line.IsQuoteMark(character);
        if (!isQuoteMark && !char.IsWhiteSpace(character) && (_mustEnd || _end.IsBefore(character)))
        {
            EndBefore(_open.Length);
        }

        _open.Append(character);
        if (!isQuoteMark)
        {
            _end.Add(character);
        }

        if (_line.Add(character, _open.Length - 1))
        {
            EndBefore(_line.Start);
        }

        _end.IsSilent = _line.IsSilent;
    }

    private void AddLineBreak(char character)
    {
        if (character == '\n' && _wasReturn)
        {
            _open.Append(character);
            return;
        }

        if (_fence is not null)
        {
            _mustEnd = _fence.EndLine();
            _fence = _mustEnd ? null : _fence;
        }
        else if (_line.IsFence)
        {
            EndBefore(_line.Start);
            (_fence, _isCode) = (_line.OpenFence(), true);
            _line.End();
        }
        else
        {
            _mustEnd |= _line.End();
            _end.Add(character);
            _end.IsSilent = false;
        }

        _open.Append(character);
    }

    private void EndBefore(int index)
    {
        if (index > 0)
        {
            var written = _open.ToString(0, index);
            _open.Remove(0, index);
            _line.Shift(index);
            if (_joiner.Add(written, _isCode) is { } sentence)
            {
                _complete.Add(sentence);
            }
        }

        (_mustEnd, _isCode) = (false, false);
        _end.Reset();
    }

    private List<Sentence> TakeComplete()
    {
        List<Sentence> complete = [.. _complete];
        _complete.Clear();
        return complete;
    }
}
