using Assistant.Web.Markdown;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Markdown;

public sealed class ArrivingMarkdownTests
{
    /// <summary>Lines of which generated answers are made: every kind of block, and what is easily cut wrong.</summary>
    private static readonly string[] Lines =
    [
        "", "", "", "Some *words* and `code`.", "More words", "# Heading", "Title", "---", "===", "***", "- item", "- [ ] to do", "* other", "+ third", "1. first",
        "2. second", "3) third", "  - nested", "   deeper", "    code or more", "\tafter a tab", "> quote", "> - quoted item", ">", "```csharp", "```", "~~~", "````", "   ```",
        "  ```js", "```js `x`", "> ```", "- ```", "var x = \"<b>\" & 'c';", "| a | b |", "|---|---|", "| 1 | 2 |", "[1]: https://example.org", "See [1] and [two][1].",
        "![image](https://example.org/a.png)", "<script>alert(1)</script>", "😀 and 👩‍💻", "\\", "-", "   ", "``", "`", "line with space  ", "\r", "a\0b",
    ];

    private static readonly Gen<string> Answers =
        Gen.Elements(Lines).SelectMany(line => Gen.Elements("\n", "\n", "\n", "\r\n", " "), (line, end) => line + end).ListOf().Select(string.Concat);

    [Fact]
    public void Any_cut_ends_in_the_same_HTML_as_the_whole()
    {
        var cuts = from text in Answers
                   from places in Gen.Choose(0, text.Length).ListOf()
                   select Pieces(text, places);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60),
            Prop.ForAll(cuts.ToArbitrary(), pieces => ShownAnswer.Normal(MarkdownRenderer.ToHtml(string.Concat(pieces))) == ShownAnswer.Of(pieces).Html));
    }

    public static TheoryData<string> Examples => new(MarkdownExamples.All);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_construct_in_random_cuts_ends_in_the_same_HTML_as_the_whole(string example)
    {
        var whole = ShownAnswer.Normal(MarkdownRenderer.ToHtml(example));
        var cuts = Gen.Choose(0, example.Length).ListOf().Select(places => Pieces(example, places));

        Assert.Equal(whole, ShownAnswer.Of([.. example.Select(character => character.ToString()), ""]).Html);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(cuts.ToArbitrary(), pieces => ShownAnswer.Of(pieces).Html == whole));
    }

    [Fact]
    public void Any_two_constructs_after_each_other_end_in_the_same_HTML_as_the_whole()
    {
        var cuts = from first in Gen.Elements(MarkdownExamples.All)
                   from second in Gen.Elements(MarkdownExamples.All)
                   from places in Gen.Choose(0, first.Length + second.Length).ListOf()
                   select Pieces(first + second, places);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(cuts.ToArbitrary(), pieces => ShownAnswer.Normal(MarkdownRenderer.ToHtml(string.Concat(pieces))) == ShownAnswer.Of(pieces).Html));
    }

    [Fact]
    public void Cutting_at_every_character_changes_no_step_after_it()
    {
        var text = "Hello **you**.\n\n```csharp\nvar a = 1;\n\nvar b = 2;\n```\n\n- one\n\n- two\n\nEnd 😀.\r\n";

        var byCharacter = ShownAnswer.Of([.. text.Select(character => character.ToString())]);

        Assert.Equal(ShownAnswer.Of(text).Html, byCharacter.Html);
        Assert.Equal(0, byCharacter.Redrawn);
    }

    [Theory]
    [InlineData("Words", "", "Words")]
    [InlineData("Words\nand more", "", "Words\nand more")]
    [InlineData("Words\n\n", "p", null)]
    [InlineData("Words\n\nNext", "p", "Next")]
    [InlineData("# Title\n", "h3", null)]
    [InlineData("Title\n===\n", "h3", null)]
    [InlineData("Words\n# Title\n", "p h3", null)]
    [InlineData("***\n", "hr", null)]
    [InlineData("> quote\n> more\n", "", "> quote\n> more\n")]
    [InlineData("> quote\n\n", "blockquote", null)]
    [InlineData("| a |\n|---|\n| 1 |\n\n", "table", null)]
    public void A_block_closes_when_nothing_can_join_it(string arrived, string closed, string? tail)
    {
        var shown = new ShownAnswer().Push(arrived);

        Assert.Equal(closed, shown.Closed);
        Assert.Equal(tail, shown.Tail);
    }

    [Theory]
    [InlineData("- a\n- b\n", "", "- a\n- b\n")]
    [InlineData("- a\n\n", "", "- a\n\n")]
    [InlineData("- a\n\n- b\n", "", "- a\n\n- b\n")]
    [InlineData("- a\n\n  more of a\n", "", "- a\n\n  more of a\n")]
    [InlineData("- a\nlazy\n", "", "- a\nlazy\n")]
    [InlineData("- a\n\nWords\n", "ul", "Words\n")]
    [InlineData("1. a\n\n2. b\n", "", "1. a\n\n2. b\n")]
    [InlineData("1. a\n- b\n", "ol", "- b\n")]
    [InlineData("- a\n# Title\n", "ul h3", null)]
    [InlineData("- a\n---\n", "ul hr", null)]
    [InlineData("Words:\n- a\n", "p", "- a\n")]
    [InlineData("- a\n  ```\n  code\n\n  more\n", "", "- a\n  ```\n  code\n\n  more\n")]
    public void A_list_stays_open_while_it_may_go_on(string arrived, string closed, string? tail)
    {
        var shown = new ShownAnswer().Push(arrived);

        Assert.Equal(closed, shown.Closed);
        Assert.Equal(tail, shown.Tail);
    }

    [Theory]
    [InlineData("```csharp\n", "", "C#: ")]
    [InlineData("```csharp\nvar a", "", "C#: var a")]
    [InlineData("```\na\n\n# b\n- c\n", "", ": a\n\n# b\n- c\n")]
    [InlineData("````\n```\n", "", ": ```\n")]
    [InlineData("```\na\n~~~\n", "", ": a\n~~~\n")]
    [InlineData("Words\n```\na\n", "p", ": a\n")]
    [InlineData("```\na\n```\n", "block", null)]
    [InlineData("```\na\n```\nWords", "block", "Words")]
    public void Code_is_open_until_its_own_fence(string arrived, string closed, string? tail)
    {
        var shown = new ShownAnswer().Push(arrived);

        Assert.Equal(closed, shown.Closed);
        Assert.Equal(tail, shown.Tail);
    }

    [Theory]
    [InlineData("`", null)]
    [InlineData("``", null)]
    [InlineData("```cs", null)]
    [InlineData("`code` first", "`code` first")]
    [InlineData("```\na\n``", ": a\n")]
    [InlineData("```\na\n```", ": a\n")]
    [InlineData("```\na\n``b", ": a\n``b")]
    [InlineData("~~~", null)]
    public void Half_a_fence_is_never_shown(string arrived, string? tail)
    {
        var shown = new ShownAnswer().Push(arrived);

        Assert.Equal(tail, shown.Tail);
    }

    [Fact]
    public void Code_that_has_grown_is_not_sent_again()
    {
        var line = "    var number = Compute(1, 2, 3); // and \"so on\" <T> & more\n";
        var shown = new ShownAnswer().Push("```csharp\n");
        for (var i = 0; i < 300; i++)
        {
            shown.Push(line);
        }

        shown.Push("```\n\nThat is it.").Finish("");

        Assert.Equal(0, shown.Redrawn);
        Assert.InRange(shown.Sent, 300 * line.Length, (300 * line.Length) + 400);
    }

    [Fact]
    public void A_late_link_definition_changes_only_the_blocks_that_use_it()
    {
        var shown = ShownAnswer.Of("First.\n\nSee [docs].\n\nThird.\n\n", "[docs]: https://example.org\n");

        Assert.Equal(1, shown.Redrawn);
        Assert.Equal(ShownAnswer.Normal(MarkdownRenderer.ToHtml("First.\n\nSee [docs].\n\nThird.\n\n[docs]: https://example.org\n")), shown.Html);
    }

    [Fact]
    public void An_answer_that_breaks_off_inside_code_shows_what_had_arrived()
    {
        var shown = ShownAnswer.Of("Look:\n\n```python\nprint(1)\npri", "");

        Assert.Equal("p block", shown.Closed);
        Assert.Contains("print(1)\npri", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_has_grown_stays_where_an_answer_breaks_off()
    {
        var code = string.Concat(Enumerable.Repeat("print(1)\n", 100));
        var shown = new ShownAnswer().Push("```python\n" + code);
        var (sent, tail) = (shown.Sent, shown.Tail);

        shown.Finish("pri");

        Assert.Equal(sent + "pri\n".Length, shown.Sent);
        Assert.Equal("Python: " + code, tail);
    }

    private static List<string> Pieces(string text, IEnumerable<int> places)
    {
        int[] cuts = [0, .. places.Order(), text.Length];
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => text[start..end])];
    }
}
