using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Markdown;

/// <summary>Links an answer may contain: to the web or to mail, opened beside the page, and told nothing about it.</summary>
internal static class SafeLink
{
    public static bool Allows(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");

    /// <summary>HTML knows no link inside a link: the outer one wins.</summary>
    public static bool IsInsideLink(Inline inline)
    {
        for (var around = inline.Parent; around is not null; around = around.Parent)
        {
            if (around is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    public static void Open(HtmlRenderer renderer, string url, string? title)
    {
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\"");
        if (!string.IsNullOrEmpty(title))
        {
            renderer.Write(" title=\"").WriteEscape(title).Write("\"");
        }

        renderer.Write(" target=\"_blank\" rel=\"noopener noreferrer\">");
    }

    public static void Close(HtmlRenderer renderer)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("</a>");
        }
    }
}
