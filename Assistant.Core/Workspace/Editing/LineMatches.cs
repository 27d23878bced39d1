using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace.Editing;

/// <summary>Finds whole lines in a file that are the same but for the white space at their ends, or in front of all of them.</summary>
internal sealed class LineMatches
{
    private readonly string _text;
    private readonly List<(int Start, int End)> _lines = [];
    private readonly string[] _wanted;
    private readonly bool _hasLastBreak;

    public LineMatches(string text, string wanted)
    {
        _text = text;
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf('\n', start);
            _lines.Add((start, next < 0 ? text.Length : next + 1));
            start = _lines[^1].End;
        }

        _hasLastBreak = wanted.EndsWith('\n');
        _wanted = [.. LineBreaks.WithoutLastBreak(LineBreaks.ToUnix(wanted)).Split('\n').Select(line => line.TrimEnd())];
    }

    /// <summary>Where the lines stand; with <paramref name="isShifted"/> also further in or out, all by the same white space.</summary>
    public IEnumerable<EditMatch> Find(bool isShifted)
    {
        for (var first = 0; first + _wanted.Length <= _lines.Count && !Array.TrueForAll(_wanted, string.IsNullOrEmpty); first++)
        {
            if (ShiftAt(first) is { } shift && (isShifted || shift is { Added: null or "", Removed: null }))
            {
                var last = _lines[first + _wanted.Length - 1];
                var hasBreak = _text[last.End - 1] == '\n';
                yield return new EditMatch(_lines[first].Start, _hasLastBreak ? last.End : EndOfWords(last), _hasLastBreak && !hasBreak, shift);
            }
        }
    }

    private LineShift? ShiftAt(int first)
    {
        LineShift? shift = null;
        for (var index = 0; index < _wanted.Length; index++)
        {
            var line = LineAt(first + index);
            if (line.Length == 0 != (_wanted[index].Length == 0))
            {
                return null;
            }

            if (line.Length > 0)
            {
                if (LineShift.Between(_wanted[index], line) is not { } between || (shift is not null && shift != between))
                {
                    return null;
                }

                shift = between;
            }
        }

        return shift;
    }

    private ReadOnlySpan<char> LineAt(int index) => _text.AsSpan(_lines[index].Start.._lines[index].End).TrimEnd();

    private int EndOfWords((int Start, int End) line) => line.Start + LineBreaks.WithoutLastBreak(_text[line.Start..line.End]).Length;
}
