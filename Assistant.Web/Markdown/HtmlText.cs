namespace Assistant.Web.Markdown;

/// <summary>Text made fit to stand in HTML, in an element or in an attribute.</summary>
internal static class HtmlText
{
    /// <summary>Only what HTML needs: letters of other scripts stay as they are.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
