using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Markdown;

/// <summary>Draws the questions an answer offers as buttons that ask them; any other list as usual. The composer gives them their effect.</summary>
internal sealed class ExampleListRenderer : HtmlObjectRenderer<ListBlock>
{
    private const string Heading = "You could ask:";

    private static readonly ListRenderer Usual = new();

    protected override void Write(HtmlRenderer renderer, ListBlock list)
    {
        var questions = list.OfType<ListItemBlock>().Select(QuestionOf).ToList();
        if (!IsOffered(list) || questions.Contains(null))
        {
            Usual.Write((RendererBase)renderer, list);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine("<ul class=\"examples\">");
        foreach (var question in questions)
        {
            renderer.Write("<li><button type=\"button\" class=\"plain\" data-ask>").WriteEscape(question).WriteLine("</button></li>");
        }

        renderer.WriteLine("</ul>");
    }

    private static bool IsOffered(ListBlock list) =>
        list.Parent is { } document
        && document.IndexOf(list) is > 0 and var place
        && document[place - 1] is ParagraphBlock { Inline: { FirstChild: LiteralInline { NextSibling: null } heading } }
        && heading.Content.ToString() == Heading;

    /// <summary>The code that is all there is of an item.</summary>
    private static string? QuestionOf(ListItemBlock item) =>
        item is [ParagraphBlock { Inline: { FirstChild: CodeInline { NextSibling: null } question } }] ? question.Content : null;
}
