using System.Text;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Assistant.Web.Markdown;

/// <summary>
/// An answer's Markdown as HTML that is safe to show: no HTML of the answer's own, links that lead only to the web or to mail,
/// nothing loaded from elsewhere, no ids. Text that would take too long to read as Markdown is shown as it stands.
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>In characters; about four times the longest answer a model writes.</summary>
    private const int MaxLength = 1024 * 1024;

    /// <summary>Each may be a block of its own, and one costs some microseconds.</summary>
    private const int MaxLines = 20_000;

    /// <summary>Definitions of links that stand apart from them: the parser goes through all it has for each new one.</summary>
    private const int MaxDefinitions = 2000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks(new AutoLinkOptions { OpenInNewWindow = false })
        .Use<SafeHtml>()
        .Use<WorkLimits>()
        .Build();

    public static string ToHtml(string text) => string.Concat(ToBlocks(text));

    /// <summary>The HTML of each top-level block, one element each.</summary>
    public static IReadOnlyList<string> ToBlocks(string text)
    {
        var clean = CleanText.Of(text);
        if (IsTooLong(clean))
        {
            return [PlainText(clean)];
        }

        try
        {
            return Draw(Markdig.Markdown.Parse(clean, Pipeline));
        }
        catch (Exception tooMuch) when (tooMuch is TooMuchWorkException or ArgumentException)
        {
            // Markdig itself gives up with an ArgumentException on brackets and emphasis nested too deeply, and only it can tell when.
            return [PlainText(clean)];
        }
    }

    private static bool IsTooLong(ReadOnlySpan<char> text) =>
        text.Length > MaxLength || text.Count('\n') > MaxLines || text.Count("]:") > MaxDefinitions;

    private static List<string> Draw(MarkdownDocument document)
    {
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        var blocks = new List<string>(document.Count);
        foreach (var block in document)
        {
            renderer.Render(block);
            AddTo(blocks, writer.GetStringBuilder());
        }

        return blocks;
    }

    private static string PlainText(string text) => $"<div class=\"plain\">{HtmlText.Escape(text)}</div>";

    /// <summary>A block that draws nothing, such as link definitions, is no element.</summary>
    private static void AddTo(List<string> blocks, StringBuilder written)
    {
        var html = written.ToString().Trim('\n');
        written.Clear();
        if (html.Length > 0)
        {
            blocks.Add(html);
        }
    }
}
