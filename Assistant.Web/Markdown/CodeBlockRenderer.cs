using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Assistant.Web.Markdown;

/// <summary>Draws code with its language and a button that copies it.</summary>
internal sealed class CodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock code)
    {
        renderer.EnsureLine();
        renderer.Write(CodeBlockHtml.Start((code as FencedCodeBlock)?.Info ?? string.Empty));
        renderer.WriteLeafRawLines(code, writeEndOfLines: true, escape: true);
        renderer.WriteLine(CodeBlockHtml.End);
    }
}
