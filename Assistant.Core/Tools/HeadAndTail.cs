using System.Text;

namespace Assistant.Core.Tools;

/// <summary>The beginning and the end of a text that may be endless: half of the characters each.</summary>
public sealed class HeadAndTail(int characters)
{
    private readonly StringBuilder _head = new();
    private readonly StringBuilder _tail = new();
    private long _length;

    public void AppendLine(string line)
    {
        _length += line.Length + 1;
        var text = line + "\n";
        var room = Math.Min((characters / 2) - _head.Length, text.Length);
        _head.Append(text, 0, room);
        _tail.Append(text, room, text.Length - room);
        if (_tail.Length > 2 * characters)
        {
            _tail.Remove(0, _tail.Length - (characters / 2));
        }
    }

    public static string Of(string text, int characters)
    {
        var cut = new HeadAndTail(characters);
        cut.AppendLine(text);
        return cut.ToString().TrimEnd('\n');
    }

    /// <summary>The text; where it was cut, a line says how many characters are missing.</summary>
    public override string ToString()
    {
        var end = Math.Min(_tail.Length, characters / 2);
        var missing = _length - _head.Length - end;
        var tail = _tail.ToString(_tail.Length - end, end);
        return missing == 0 ? _head + tail : $"{_head}\n[{missing} characters left out]\n{tail}";
    }
}
