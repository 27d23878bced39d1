using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Assistant.Web.Markdown;

/// <summary>Draws a table in a box that scrolls sideways, so that a wide one leaves the conversation where it is.</summary>
internal sealed class TableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
