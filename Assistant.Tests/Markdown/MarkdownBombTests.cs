using System.Diagnostics;
using System.Globalization;
using Assistant.Web.Markdown;
using Xunit.Abstractions;

namespace Assistant.Tests.Markdown;

/// <summary>
/// Markdown that is made to take seconds is shown as it stands. What decides is a count and no clock, so these tests hold on any machine; the times they write
/// are for whoever changes a limit.
/// </summary>
public sealed class MarkdownBombTests(ITestOutputHelper output)
{
    private static readonly string DeepList = string.Concat(Enumerable.Range(0, 160).Select(depth => new string(' ', 2 * depth) + "- item\n"));

    public static TheoryData<string, string> Bombs => new()
    {
        { "25 KB of nested lists", DeepList },
        { "after what only looks like a fence", "``` `\n" + DeepList },
        { "after a fence that is indented code", "    ```\n\n" + DeepList },
        { "after a fence that ended with its quote", "> ```\n\n" + DeepList },
        { "after a fence that ended with its item", "- ```\n  ```\n\n" + DeepList },
        { "quotes", Times("> ", 12_000) + "x" },
        { "quotes, and lines that go on with them", Times("> ", 25) + Times("x\n", 1000) },
        { "bullets", Times("- ", 12_000) + "x" },
        { "numbers", Times("1. ", 8_000) + "x" },
        { "quotes and bullets", Times("> - ", 6_000) + "x" },
        { "brackets", new string('[', 100_000) },
        { "a few brackets", new string('[', 300) },
        { "images in images", Times("![", 300) + "a" + Times("](b)", 300) },
        { "brackets that never close", Times("[a](b", 5_000) },
        { "emphasis that never closes", Times("*a **b ", 20_000) },
        { "emphasis in emphasis", new string('*', 1_000) + "a" + new string('*', 1_000) },
        { "paragraphs full of marks", Times(Times("*a ", 900) + "\n\n", 300) },
        { "code spans of every length", string.Concat(Enumerable.Range(1, 120).Select(length => new string('`', length) + "a")) },
        { "links that are none", Times("(www.", 20_000) },
        { "links in links", Times("(http://", 12_500) },
        { "mail that is none", Times("(mailto:a@", 10_000) },
        { "definitions of links", string.Concat(Enumerable.Range(0, 20_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"[a{number}]: b\n"))) },
        { "a table of a thousand columns", Times("|a", 1000) + "\n" + Times("|-", 1000) + "\n" + Times(Times("|b", 1000) + "\n", 18) },
        { "a thousand columns and short rows", Times("|a", 1000) + "\n" + Times("|-", 1000) + "\n" + Times("|b\n", 5000) },
        { "a line of bars", new string('|', 100_000) },
        { "lines", Times("a\n", 100_000) },
        { "headings", Times("# a\n", 50_000) },
    };

    public static TheoryData<string, string> Ordinary => new()
    {
        { "eight levels", string.Concat(Enumerable.Range(0, 8).Select(depth => new string(' ', 2 * depth) + "- item\n")) },
        { "nineteen levels", string.Concat(Enumerable.Range(0, 19).Select(depth => new string(' ', 2 * depth) + "- item\n")) },
        { "code full of marks", "```c\n" + Times("a[i]*b[j] = **c_d;\n", 2_000) + "```\n" },
        { "code far to the right", "```python\n" + Times(new string(' ', 60) + "* factor\n", 100) + "```\n" },
        { "a table of five hundred rows", "| a | b | c |\n|---|---|---|\n" + Times("| **b** | c | d |\n", 500) },
        { "a list of two hundred links", Times("- [a](https://example.org/a) and https://example.org/b\n", 200) },
        { "a long answer", Times("This is *one* line of `many`, with a [link](https://example.org).\n\n", 5_000) },
    };

    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void What_would_take_seconds_is_shown_as_it_stands(string name, string text)
    {
        var html = Timed(name, text);

        Assert.Equal($"<div class=\"plain\">{text.Replace(">", "&gt;", StringComparison.Ordinal)}</div>", html);
    }

    [Theory]
    [MemberData(nameof(Ordinary), DisableDiscoveryEnumeration = true)]
    public void What_people_do_write_is_read(string name, string text) => Assert.DoesNotContain("class=\"plain\"", Timed(name, text), StringComparison.Ordinal);

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private string Timed(string name, string text)
    {
        var watch = Stopwatch.StartNew();
        var html = MarkdownRenderer.ToHtml(text);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds:0.0} ms for {name}"));
        return html;
    }
}
