using Assistant.Web.Markdown;

namespace Assistant.Tests.Markdown;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=\"alert(1)\">b</b>")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>")]
    [InlineData("<!-- comment -->\n<div id=\"app\">")]
    [InlineData("&lt;script&gt;")]
    public void HTML_in_an_answer_is_only_text(string text)
    {
        var html = MarkdownRenderer.ToHtml(text);

        Assert.DoesNotContain("<", html.Replace("<p>", "").Replace("</p>", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[words](javascript:alert(1))")]
    [InlineData("[words](JaVaScRiPt:alert(1))")]
    [InlineData("[words](java&#10;script:alert(1))")]
    [InlineData("[words](&#1;javascript:alert(1))")]
    [InlineData("[words](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[words](vbscript:x)")]
    [InlineData("[words](file:///etc/passwd)")]
    [InlineData("[words](//example.org/x)")]
    [InlineData("[words](/settings)")]
    [InlineData("[words](#app)")]
    [InlineData("[words][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:words>")]
    [InlineData("![words](javascript:alert(1))")]
    [InlineData("![words](data:image/png;base64,AAAA)")]
    public void A_link_that_leads_neither_to_the_web_nor_to_mail_is_only_its_words(string text)
    {
        var html = MarkdownRenderer.ToHtml(text);

        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.Contains("words", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](https://example.org/b?c=d&e=f \"t\")", "https://example.org/b?c=d&amp;e=f\" title=\"t\"", "a")]
    [InlineData("[a](mailto:a@example.org)", "mailto:a@example.org\"", "a")]
    [InlineData("<https://example.org>", "https://example.org\"", "https://example.org")]
    [InlineData("<a@example.org>", "mailto:a@example.org\"", "a@example.org")]
    [InlineData("https://example.org/a", "https://example.org/a\"", "https://example.org/a")]
    [InlineData("![a](https://example.org/a.png)", "https://example.org/a.png\"", "a")]
    [InlineData("![](https://example.org/a.png)", "https://example.org/a.png\"", "https://example.org/a.png")]
    [InlineData("![a *b* `c`](https://example.org/a.png)", "https://example.org/a.png\"", "a b c")]
    public void A_link_opens_beside_the_page_and_learns_nothing_of_it(string text, string addressAndTitle, string words) =>
        Assert.Equal($"<p><a href=\"{addressAndTitle} target=\"_blank\" rel=\"noopener noreferrer\">{words}</a></p>", MarkdownRenderer.ToHtml(text));

    [Fact]
    public void Questions_that_an_answer_offers_are_buttons() => Assert.Equal(
        "<p>You could ask:</p>\n<ul class=\"examples\">\n<li><button type=\"button\" class=\"plain\" data-ask>Who calls Get&lt;T&gt;?</button></li>\n</ul>",
        string.Join('\n', MarkdownRenderer.ToBlocks("You could ask:\n\n- `Who calls Get<T>?`")));

    [Theory]
    [InlineData("Use one of:\n\n- `a`\n- `b`")]
    [InlineData("You could ask:\n\n- `a`\n- or something else")]
    [InlineData("You could ask:\n\n- [`a`](https://example.org)")]
    [InlineData("- `a`")]
    public void Any_other_list_is_a_list(string text) => Assert.DoesNotContain("button", MarkdownRenderer.ToHtml(text), StringComparison.Ordinal);

    [Fact]
    public void An_image_in_a_link_is_words_in_that_link()
    {
        var html = MarkdownRenderer.ToHtml("[![badge](https://example.org/b.svg)](https://example.org)");

        Assert.Equal("<p><a href=\"https://example.org\" target=\"_blank\" rel=\"noopener noreferrer\">badge</a></p>", html);
    }

    [Theory]
    [InlineData("# One", "<h3>One</h3>")]
    [InlineData("#### Four", "<h6>Four</h6>")]
    [InlineData("###### Six", "<h6>Six</h6>")]
    [InlineData("# One {#app onclick=alert(1)}", "<h3>One {#app onclick=alert(1)}</h3>")]
    public void Headings_go_under_those_of_the_page_and_have_no_ids(string text, string html) =>
        Assert.Equal(html, MarkdownRenderer.ToHtml(text));

    [Theory]
    [InlineData("```csharp\na < b\n```", "C#", "csharp", "a &lt; b\n")]
    [InlineData("```cs\na\n```", "C#", "csharp", "a\n")]
    [InlineData("```PY\na\n```", "Python", "python", "a\n")]
    [InlineData("```bash title=x\na\n```", "Shell", "shell", "a\n")]
    [InlineData("```zig\na\n```", "zig", "zig", "a\n")]
    [InlineData("```\"><img\na\n```", "&quot;&gt;&lt;img", "&quot;&gt;&lt;img", "a\n")]
    [InlineData("```\na\n```", "", "plaintext", "a\n")]
    [InlineData("    a\n", "", "plaintext", "a\n")]
    public void Code_has_its_language_and_a_button_that_copies_it(string text, string label, string language, string code) =>
        Assert.Equal(
            $"<div class=\"block\"><div class=\"bar\"><span>{label}</span><button type=\"button\" data-copy>Copy code</button></div>"
            + $"<pre tabindex=\"0\"><code data-language=\"{language}\">{code}</code></pre></div>",
            MarkdownRenderer.ToHtml(text));

    [Fact]
    public void A_table_scrolls_in_a_box_of_its_own()
    {
        var html = MarkdownRenderer.ToHtml("| a | b |\n|---|--:|\n| 1 | **2** |\n");

        Assert.StartsWith("<div class=\"table\" tabindex=\"0\">\n<table>", html, StringComparison.Ordinal);
        Assert.EndsWith("</table>\n</div>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>2</strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_say_whether_they_are_done()
    {
        var html = MarkdownRenderer.ToHtml("- [x] a\n- [ ] b\n");

        Assert.Contains("disabled checked aria-label=\"Done\"> a", html, StringComparison.Ordinal);
        Assert.Contains("disabled aria-label=\"To do\"> b", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("~~gone~~", "<p><del>gone</del></p>")]
    [InlineData("H~2~O and ++ins++ and ==mark==", "<p>H~2~O and ++ins++ and ==mark==</p>")]
    [InlineData("a  \nb\nc", "<p>a<br />\nb\nc</p>")]
    [InlineData("1. a\n\n   b\n2. c", "<ol>\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>")]
    [InlineData("> a\nb", "<blockquote>\n<p>a\nb</p>\n</blockquote>")]
    [InlineData("``a `b` c``", "<p><code>a `b` c</code></p>")]
    [InlineData("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>")]
    [InlineData("***", "<hr />")]
    public void Ordinary_Markdown_is_as_CommonMark_and_GitHub_have_it(string text, string html) =>
        Assert.Equal(html, MarkdownRenderer.ToHtml(text));

    [Fact]
    public void Half_characters_and_NUL_become_the_sign_for_the_unreadable() =>
        Assert.Equal("<p>a\uFFFD b\uFFFD c\uFFFD</p>", MarkdownRenderer.ToHtml("a\ud83d b\udc00 c\0"));
}
