using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assistant.Web.Markdown;

namespace Assistant.Tests.Markdown;

/// <summary>Does with updates what the page does, in a document of its own.</summary>
internal sealed class ShownAnswer
{
    private readonly ArrivingMarkdown _markdown = new();
    private readonly IElement _answer = Element("");
    private IElement? _tail;

    /// <summary>Blocks that were on the page and had to be drawn again at the end.</summary>
    public int Redrawn { get; private set; }

    /// <summary>Characters that were sent to the page.</summary>
    public int Sent { get; private set; }

    public string Html => _answer.InnerHtml;

    /// <summary>The closed blocks, by their tags.</summary>
    public string Closed => string.Join(' ', _answer.Children.Where(child => child != _tail).Select(child => child.ClassName is { Length: > 0 } name ? name : child.LocalName));

    /// <summary>What the open block shows, with the language before code; none when nothing is open.</summary>
    public string? Tail => _tail?.TextContent.Replace("Copy code", ": ", StringComparison.Ordinal);

    /// <summary>The answer, finished with the last of the pieces.</summary>
    public static ShownAnswer Of(params IReadOnlyList<string> pieces)
    {
        var shown = new ShownAnswer();
        foreach (var piece in pieces.SkipLast(1))
        {
            shown.Push(piece);
        }

        shown.Finish(pieces[^1]);
        return shown;
    }

    /// <summary>HTML as a browser writes it.</summary>
    public static string Normal(string html) => Element(html).InnerHtml;

    public ShownAnswer Push(string piece)
    {
        Apply(_markdown.Push(piece));
        return this;
    }

    public ShownAnswer Finish(string piece)
    {
        Apply(_markdown.Finish(piece));
        return this;
    }

    private void Apply(MarkdownUpdate update)
    {
        Sent += update.Closed.Length + update.Text.Length + (update.NewTail?.Length ?? 0) + (update.Sealing?.Length ?? 0);
        if (update.Sealing is not null)
        {
            Grow(update.Sealing);
            _tail = null;
        }

        if (update.Closed.Length > 0)
        {
            DropTail();
            _answer.Insert(AdjacentPosition.BeforeEnd, update.Closed);
        }

        if (update.NewTail is not null)
        {
            DropTail();
            _answer.Insert(AdjacentPosition.BeforeEnd, update.NewTail);
            _tail = _answer.LastElementChild;
        }

        Grow(update.Text);
        if (update.Ending is not null)
        {
            DropTail();
            Sent += update.Ending.Sum(patch => patch.Html.Length);
            update.Ending.ToList().ForEach(Replace);
        }
    }

    private void Grow(string text)
    {
        if (text.Length > 0)
        {
            var inside = _tail!.QuerySelector("code") ?? _tail;
            inside.Append(inside.Owner!.CreateTextNode(text));
        }
    }

    private void DropTail()
    {
        _tail?.Remove();
        _tail = null;
    }

    private void Replace(BlockPatch patch)
    {
        Redrawn += patch.Removed;
        for (var i = 0; i < patch.Removed; i++)
        {
            _answer.Children[patch.Index].Remove();
        }

        if (patch.Index < _answer.Children.Length)
        {
            _answer.Children[patch.Index].Insert(AdjacentPosition.BeforeBegin, patch.Html);
        }
        else
        {
            _answer.Insert(AdjacentPosition.BeforeEnd, patch.Html);
        }
    }

    private static IElement Element(string html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        return body;
    }
}
