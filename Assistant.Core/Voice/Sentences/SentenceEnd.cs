using System.Text;

namespace Assistant.Core.Voice.Sentences;

/// <summary>
/// Notices where a sentence may end: after an end mark and the quotes and brackets that close behind it, outside of code and of the addresses of links.
/// </summary>
/// <param name="open">The text since the last sentence.</param>
internal sealed class SentenceEnd(StringBuilder open)
{
    private const string Wide = "。！？｡．";
    private const string Marks = ".!?…؟।۔" + Wide;
    private const string Closers = "\"'”’“‘»›«‹)]}*_~」』）】》〉］｝";

    private int _mark;
    private bool _hasMark;
    private bool _isWide;
    private bool _hasSpace;
    private bool _isEscaped;
    private bool _isLink;
    private int _depth;
    private int _run;
    private int _ticks;

    /// <summary>Whether marks count for nothing, as in a table.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether a sentence would end here if no more arrived.</summary>
    public bool IsAtEnd => IsOpen && (_isWide || DotRules.IsEnd(open, _mark, next: null));

    private bool IsOpen => _hasMark && !IsSilent && _ticks == 0 && _depth == 0;

    /// <summary>Whether a sentence ends before <paramref name="next"/>, which is no white space.</summary>
    public bool IsBefore(char next) =>
        IsOpen
        && (_isWide
            ? _hasSpace || !(Marks.Contains(next) || Closers.Contains(next))
            : _hasSpace && !char.IsLower(next) && DotRules.IsEnd(open, _mark, next));

    /// <summary>Takes a character that is at the end of the open text now.</summary>
    public void Add(char character)
    {
        if (character == '`' && !_isEscaped)
        {
            _run++;
            return;
        }

        EndRun(character);
        if (_ticks == 0)
        {
            _isEscaped = character == '\\' && !_isEscaped;
            AddOutsideOfCode(character);
        }
    }

    /// <summary>A sentence or a block has ended; code that was not closed in it has, too.</summary>
    public void Reset() => (_hasMark, _isEscaped, _isLink, _depth, _run, _ticks) = (false, false, false, 0, 0, 0);

    // Whether the ` just seen open code or close it.
    private void EndRun(char next)
    {
        if (_run > 0 && _ticks > 0)
        {
            _ticks = _ticks == _run ? 0 : _ticks;
            _hasMark = false;
        }
        else if (_run > 0 && !(_hasMark && !_hasSpace && char.IsWhiteSpace(next)))
        {
            (_ticks, _hasMark) = (_run, false);
        }

        _run = 0;
    }

    private void AddOutsideOfCode(char character)
    {
        var isAddress = _depth > 0 || (_isLink && character == '(');
        _isLink = character == ']';
        if (isAddress)
        {
            _depth = character switch { '(' => _depth + 1, ')' => _depth - 1, '\n' or '\r' => 0, _ => _depth };
        }
        else if (Marks.Contains(character))
        {
            // Marks in a row are judged by their first one, and one behind a bracket that closes by itself: "(…, etc.)."
            _mark = _hasMark && !_hasSpace && Marks.Contains(open[^2]) ? _mark : open.Length - 1;
            _isWide = (_hasMark && !_hasSpace && _isWide) || Wide.Contains(character);
            (_hasMark, _hasSpace) = (true, false);
        }
        else if (char.IsWhiteSpace(character))
        {
            // What no line may break at, no sentence does: French has it in front of its closing quotes.
            _hasSpace |= character is not ('\u00A0' or '\u202F');
        }
        else if (_hasSpace || !Closers.Contains(character))
        {
            _hasMark = false;
        }
    }
}
