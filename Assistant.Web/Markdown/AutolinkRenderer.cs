using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Markdown;

/// <summary>Draws an address in angle brackets, as a link if it is safe to follow.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var url = link.IsEmail ? "mailto:" + link.Url : link.Url;
        if (!SafeLink.Allows(url) || SafeLink.IsInsideLink(link))
        {
            renderer.WriteEscape(link.Url);
            return;
        }

        SafeLink.Open(renderer, url, title: null);
        renderer.WriteEscape(link.Url);
        SafeLink.Close(renderer);
    }
}
