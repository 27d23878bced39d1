using System.Text;

namespace Assistant.Web.Markdown;

/// <summary>
/// Markdown that arrives in pieces, as HTML that is made once: a block when it closes, and at the end only what the whole text shows to
/// be different. Where the pieces are cut makes no difference to what is on the page at the end.
/// </summary>
public sealed class ArrivingMarkdown
{
    private const string ProseTail = "<p class=\"tail\"></p>";

    private readonly StringBuilder _all = new();
    private readonly List<string> _shown = [];
    private readonly OpenBlock _open = new();
    private readonly StringBuilder _closed = new();
    private string _half = "";
    private string _line = "";
    private string? _sealing;
    private bool _hasTail;
    private int _tailLength;

    /// <summary>Takes the next piece.</summary>
    public MarkdownUpdate Push(string text)
    {
        var arrived = _half + text;
        var complete = CleanText.CompleteLength(arrived);
        _half = arrived[complete..];
        Take(arrived[..complete]);
        var (newTail, tail) = GrowTail();
        return Update(newTail, tail, ending: null);
    }

    /// <summary>Takes the last piece.</summary>
    public MarkdownUpdate Finish(string text)
    {
        Take(_half + text);
        if (_line.Length > 0)
        {
            TakeLine(_line);
        }

        if (_open.IsCode)
        {
            Close(); // It broke off there, and what has grown stays.
        }

        var whole = MarkdownRenderer.ToBlocks(_all.ToString());
        return Update(newTail: null, tail: "", BlockPatch.Between(_shown, whole));
    }

    private void Take(string arrived)
    {
        var clean = CleanText.Of(arrived);
        _all.Append(clean);
        var lines = clean.Split('\n');
        foreach (var rest in lines[..^1])
        {
            var line = _line + rest;
            _line = "";
            TakeLine(line);
        }

        _line += lines[^1];
    }

    private void TakeLine(string line)
    {
        if (_open.EndsBefore(line))
        {
            Close();
        }

        if (_open.Add(line))
        {
            Close();
        }
    }

    private void Close()
    {
        var blocks = MarkdownRenderer.ToBlocks(_open.Markdown);
        if (IsSealedBy(blocks))
        {
            _sealing = _open.Shown(_tailLength);
        }
        else
        {
            _closed.AppendJoin("", blocks);
        }

        _shown.AddRange(blocks);
        _open.Reset();
        (_hasTail, _tailLength) = (false, 0);
    }

    /// <summary>Code that has grown in the page need not be sent again, if it looks there as it would when drawn at once.</summary>
    private bool IsSealedBy(IReadOnlyList<string> blocks) =>
        _hasTail && _open.IsCode && blocks is [var block] && block == CodeBlockHtml.Start(_open.Tag) + HtmlText.Escape(_open.Shown(0)) + CodeBlockHtml.End;

    private (string? NewTail, string Text) GrowTail()
    {
        var unended = _open.MayBeFence(_line) ? "" : _line;
        var length = _open.ShownLength + unended.Length;
        if (_open.IsNone && unended.Length == 0)
        {
            return (null, "");
        }

        var newTail = _hasTail ? null : _open.IsCode ? CodeBlockHtml.Start(_open.Tag) + CodeBlockHtml.End : ProseTail;
        var text = _tailLength <= _open.ShownLength ? _open.Shown(_tailLength) + unended
            : length > _tailLength ? unended[(_tailLength - _open.ShownLength)..] : "";
        (_hasTail, _tailLength) = (true, Math.Max(length, _tailLength));
        return (newTail, text);
    }

    private MarkdownUpdate Update(string? newTail, string tail, IReadOnlyList<BlockPatch>? ending)
    {
        var update = new MarkdownUpdate(_sealing, _closed.ToString(), newTail, tail, ending);
        _sealing = null;
        _closed.Clear();
        return update;
    }
}
