using System.Text;
using Assistant.Core.Replies;

namespace Assistant.Core.Refactor;

/// <summary>Puts refactored code into a reply with the line ends of the original, so that a diff shows what changed and no more.</summary>
internal sealed class CodeWriter(string original, Reply reply)
{
    private readonly bool _usesCarriageReturns = original.Contains("\r\n", StringComparison.Ordinal);
    private readonly StringBuilder _code = new();

    public string Text => _code.ToString();

    /// <summary>Takes code whose lines end with <c>\n</c>.</summary>
    public void Write(string code)
    {
        if (code.Length > 0)
        {
            Append(_usesCarriageReturns ? code.Replace("\n", "\r\n", StringComparison.Ordinal) : code);
        }
    }

    /// <summary>Ends the last line if the original's ends.</summary>
    public void End()
    {
        if (original.EndsWith('\n') && _code.Length > 0 && _code[^1] != '\n')
        {
            Write("\n");
        }
    }

    private void Append(string code)
    {
        _code.Append(code);
        reply.Append(new ReplyEvent.Code(code));
    }
}
