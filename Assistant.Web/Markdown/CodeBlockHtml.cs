using Assistant.Web.Components.Parts;

namespace Assistant.Web.Markdown;

/// <summary>The HTML around a block of code: a bar with its language and a button, then the code.</summary>
internal static class CodeBlockHtml
{
    public const string End = "</code></pre></div>";

    /// <summary>Everything up to the first character of the code.</summary>
    /// <param name="tag">What follows the fence; empty when nothing does.</param>
    public static string Start(string tag)
    {
        var language = Languages.Tagged(tag);
        var label = HtmlText.Escape(language?.Name ?? tag);
        var id = HtmlText.Escape(language?.MonacoId ?? (tag.Length > 0 ? tag : Languages.PlainText.MonacoId));
        return "<div class=\"block\"><div class=\"bar\"><span>" + label + "</span><button type=\"button\" data-copy>Copy code</button></div>"
            + "<pre tabindex=\"0\"><code data-language=\"" + id + "\">";
    }
}
