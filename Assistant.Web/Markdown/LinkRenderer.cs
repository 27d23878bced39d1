using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Markdown;

/// <summary>Draws links that are safe to follow; any other is only its words. An image becomes a link, so that nothing is loaded from elsewhere.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var isLink = SafeLink.Allows(url) && !SafeLink.IsInsideLink(link);
        if (isLink)
        {
            SafeLink.Open(renderer, url!, link.Title);
        }

        WriteWords(renderer, link, url);
        if (isLink)
        {
            SafeLink.Close(renderer);
        }
    }

    private static void WriteWords(HtmlRenderer renderer, LinkInline link, string? url)
    {
        if (!link.IsImage)
        {
            renderer.WriteChildren(link);
        }
        else if (link.FirstChild is null)
        {
            renderer.WriteEscape(SafeLink.Allows(url) ? url : "image");
        }
        else
        {
            WriteAlternative(renderer, link);
        }
    }

    /// <summary>An image is described by plain words: no emphasis, and no links inside the link it becomes.</summary>
    private static void WriteAlternative(HtmlRenderer renderer, LinkInline image)
    {
        var (inline, implicitParagraph) = (renderer.EnableHtmlForInline, renderer.ImplicitParagraph);
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = inline;
        renderer.ImplicitParagraph = implicitParagraph;
    }
}
