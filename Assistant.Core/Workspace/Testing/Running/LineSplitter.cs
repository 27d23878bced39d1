using System.Text;

namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>Cuts what a program writes into lines. A line that never ends comes in pieces, so that it does not fill the memory.</summary>
internal sealed class LineSplitter(Action<string> take)
{
    private const int LongestLine = 16 * 1024;

    private readonly StringBuilder _line = new();

    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var count = Math.Min(end < 0 ? text.Length : end, LongestLine - _line.Length);
            _line.Append(text[..count]);
            text = text[count..];
            if (!text.IsEmpty)
            {
                Take();
                text = text[0] == '\n' ? text[1..] : text;
            }
        }
    }

    /// <summary>There is no more: a last line without an end is one too.</summary>
    public void End()
    {
        if (_line.Length > 0)
        {
            Take();
        }
    }

    private void Take()
    {
        take(_line.ToString().TrimEnd('\r'));
        _line.Clear();
    }
}
