using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Assistant.Web.Markdown;

/// <summary>Draws headings two levels down, because the page has a first and a second level of its own.</summary>
internal sealed class HeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    private const int Shift = 2;
    private const int Deepest = 6;

    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var tag = $"h{Math.Min(heading.Level + Shift, Deepest)}";
        renderer.EnsureLine();
        renderer.Write($"<{tag}>").WriteLeafInline(heading).WriteLine($"</{tag}>");
    }
}
