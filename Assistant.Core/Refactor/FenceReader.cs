using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Refactor;

/// <summary>
/// Reads an answer that arrives in pieces and takes the code out of its first fenced block (CommonMark 0.31, section 4.5) as early
/// as it can be told from the fence. What stands before the block is dropped; what follows it is the summary.
/// </summary>
public sealed partial class FenceReader
{
    private readonly StringBuilder _before = new();
    private readonly StringBuilder _after = new();
    private readonly StringBuilder _line = new();
    private Place _place;
    private string _opening = "";
    private int _shown;
    private bool _owesLineEnd;

    private enum Place
    {
        BeforeCode,
        InCode,
        AfterCode,
    }

    /// <summary>A fence was opened.</summary>
    public bool HasCode => _place != Place.BeforeCode;

    /// <summary>Everything so far that stood before the code; the whole answer when there was no fence.</summary>
    public string Before => _before.ToString() + (_place == Place.BeforeCode ? _line.ToString() : "");

    /// <summary>Everything so far that followed the code.</summary>
    public string After => _after.ToString() + (_place == Place.AfterCode ? _line.ToString() : "");

    /// <summary>The code that is in <paramref name="text"/>, or was held back until now. Lines end with <c>\n</c>; the one before the closing fence has no end.</summary>
    public string Push(string text)
    {
        var code = new StringBuilder();
        foreach (var character in text)
        {
            if (character == '\n')
            {
                EndLine(code);
            }
            else if (character != '\r')
            {
                _line.Append(character);
            }
        }

        if (_place == Place.InCode && !MayBeFence())
        {
            ShowLine(code);
        }

        return code.ToString();
    }

    /// <summary>The end of the answer: what was held back of an unclosed block.</summary>
    public string Finish()
    {
        var code = new StringBuilder();
        if (_place == Place.InCode && !IsClosing(_line.ToString()))
        {
            ShowLine(code);
        }

        return code.ToString();
    }

    private void EndLine(StringBuilder code)
    {
        var line = _line.ToString();
        switch (_place)
        {
            case Place.BeforeCode when Opening().IsMatch(line):
                (_place, _opening) = (Place.InCode, line.Trim());
                break;
            case Place.BeforeCode:
                _before.Append(line).Append('\n');
                break;
            case Place.InCode when IsClosing(line):
                _place = Place.AfterCode;
                break;
            case Place.InCode when IsRepeatedOpening(line):
                break;
            case Place.InCode:
                ShowLine(code);
                _owesLineEnd = true;
                break;
            default:
                _after.Append(line).Append('\n');
                break;
        }

        _line.Clear();
        _shown = 0;
    }

    /// <summary>Shows what is new of the line, after the end of the line before it: only now is it certain that no closing fence follows that one.</summary>
    private void ShowLine(StringBuilder code)
    {
        if (_owesLineEnd)
        {
            code.Append('\n');
            _owesLineEnd = false;
        }

        code.Append(_line, _shown, _line.Length - _shown);
        _shown = _line.Length;
    }

    /// <summary>The line so far could still become a fence: then not even its beginning may be shown.</summary>
    private bool MayBeFence()
    {
        if (_shown > 0)
        {
            return false;
        }

        var line = _line.ToString().TrimStart(' ');
        return line.Length == 0 || line.TrimEnd().All(character => character == _opening[0]) || _opening.StartsWith(line, StringComparison.Ordinal);
    }

    private bool IsClosing(string line)
    {
        var trimmed = line.Trim();
        return trimmed.Length >= FenceLength(_opening) && trimmed.All(character => character == _opening[0]);
    }

    /// <summary>A continued answer may open the block once more; a bare fence would have closed it.</summary>
    private bool IsRepeatedOpening(string line) => line.Trim() == _opening;

    private static int FenceLength(string fence) => fence.TakeWhile(character => character == fence[0]).Count();

    [GeneratedRegex(@"^ {0,3}(`{3,}[^`]*|~{3,}.*)$")]
    private static partial Regex Opening();
}
