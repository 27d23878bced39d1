using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Assistant.Core.Voice.Sentences;

/// <summary>
/// Markdown as a voice says it. A sentence is only a part of a document, so what opens in it may close in a later one; and names such as <c>__init__</c> and
/// <c>x**2</c> stay as they are, which a Markdown reader would take for emphasis.
/// </summary>
internal static partial class SpokenText
{
    // Where a link leads, with brackets inside of brackets.
    private const string Target = @"\((?>(?:[^()]|\([^()]*\))*)\)";

    /// <summary>Empty for what has no words.</summary>
    /// <param name="written">A sentence, or a few.</param>
    /// <param name="beginsLine">Whether it begins a line, so that a number in front numbers an item.</param>
    public static string Of(string written, bool beginsLine)
    {
        var code = new List<string>();
        var text = SpokenBlocks.Of(WithoutCode(Held().Replace(written, " "), code), beginsLine);
        text = Image().Replace(text, "${words}");
        text = Link().Replace(text, "${words}");
        text = Footnote().Replace(text, "");
        text = Address().Replace(text, "${host}");
        text = Break().Replace(text, " ");
        text = Tag().Replace(text, "");
        text = WebUtility.HtmlDecode(SpokenEmphasis.Without(text)).Replace("`", "", StringComparison.Ordinal);
        text = Held().Replace(text, held => held.Groups["place"] is { Success: true } place ? code[int.Parse(place.Value, CultureInfo.InvariantCulture)] : "");
        text = Spaces().Replace(text, " ").Trim();
        return text.Any(char.IsLetterOrDigit) ? text : "";
    }

    /// <summary>Leaves places where code and escaped signs were, which are said as they are.</summary>
    private static string WithoutCode(string written, List<string> code) => CodeOrEscape().Replace(written, found =>
    {
        code.Add(found.Groups["code"] is { Success: true } inner ? inner.Value : found.Groups["sign"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"\uE000{code.Count - 1}\uE001");
    });

    [GeneratedRegex(@"\uE000(?:(?<place>\d+)\uE001)?|\uE001")]
    private static partial Regex Held();

    [GeneratedRegex(@"\\(?<sign>[!-/:-@\[-`{-~])|(?<!`)(?<ticks>`+)(?<code>(?>(?:[^`]+|(?!\k<ticks>(?!`))`+)*))\k<ticks>(?!`)")]
    private static partial Regex CodeOrEscape();

    [GeneratedRegex($@"!\[(?<words>[^\[\]]*)\]{Target}")]
    private static partial Regex Image();

    /// <summary>Also the end of a link whose words began in another sentence. What stands in brackets behind a name, such as <c>grid[i][j]</c>, is no link.</summary>
    [GeneratedRegex($@"\[(?<words>[^\[\]]*)\]{Target}|(?<![\w\])])\[(?<words>[^\[\]]*)\]\[[^\[\]]*\]|\]{Target}")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\[\]]*\]")]
    private static partial Regex Footnote();

    /// <summary>Without what punctuates the sentence behind it.</summary>
    [GeneratedRegex(
        @"<https?://(?<host>[\w.-]+)[^<>\s]*>|https?://(?<host>[\w-]+(?:\.[\w-]+)*)(?:[^<>\s]*[^<>\s.,;:!?)\]}*_~""'”’»。，])?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"<br\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    /// <summary>Only what is no type of a type: <c>List&lt;string&gt;</c> stays.</summary>
    [GeneratedRegex(
        @"<!--[^<>]*>|</?(?:a|abbr|b|blockquote|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|"
        + @"small|span|strong|su[bp]|summary|table|tbody|td|th|thead|tr|u|ul|var)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
