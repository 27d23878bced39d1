namespace Assistant.Tests.Voice.Sentences;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("See [the docs](https://example.org/a_(b)) now", "See the docs now")]
    [InlineData("See [the docs][1] and [^2] now", "See the docs and now")]
    [InlineData("Set grid[i][j] to zero", "Set grid[i][j] to zero")]
    [InlineData("How many are there? 12. They are in Core.", "How many are there?", "12. They are in Core.")]
    [InlineData("See ![a cat](cat.png) now", "See a cat now")]
    [InlineData("See [![a cat](cat.png)](https://example.org) now", "See a cat now")]
    [InlineData("See https://www.example.org/a?b=c, now", "See www.example.org, now")]
    [InlineData("See <https://example.org/a> now", "See example.org now")]
    [InlineData("Open http://localhost:5080.", "Open localhost.")]
    [InlineData("Open https://example.org. Now", "Open example.org.", "Now")]
    [InlineData("**Bold** and *thin* and ***both*** and ~~gone~~", "Bold and thin and both and gone")]
    [InlineData("__Bold words__ and _thin words_ and _one_", "Bold words and thin words and one")]
    [InlineData("**Bold:** `x` and **`y`**", "Bold: x and y")]
    [InlineData("Use snake_case and __dunder__ and _private names", "Use snake_case and __dunder__ and _private names")]
    [InlineData("Then x**2 and a * b and 2*(3+4) and y**3", "Then x**2 and a * b and 2*(3+4) and y**3")]
    [InlineData("Find *.cs files", "Find *.cs files")]
    [InlineData("Call `snake_case(**x)` and `` a`b ``", "Call snake_case(**x) and a`b")]
    [InlineData("Not \\*thin\\* here", "Not *thin* here")]
    [InlineData("A &lt;b&gt; &amp; c&nbsp;d", "A <b> & c d")]
    [InlineData("A <b>bold</b><br>word<!-- no --> and List<string>", "A bold word and List<string>")]
    [InlineData("Press <kbd class=\"a\">Enter</kbd>", "Press Enter")]
    [InlineData("## Written in C#", "Written in C#")]
    [InlineData("- [x] Done with it", "Done with it")]
    [InlineData("> - # Deep in there", "Deep in there")]
    [InlineData("| a | `b` |", "a, b")]
    [InlineData("Words\n[1]: https://example.org", "Words")]
    [InlineData("Nice 🎉 work", "Nice 🎉 work")]
    [InlineData("Two  spaces\tand\na line", "Two spaces and a line")]
    public void Markdown_is_spoken_as_words(string written, params string[] spoken) => Assert.Equal(spoken, ScannedText.SpokenOf(written));

    [Theory]
    [InlineData("**Bold one. Bold two.** Plain.", "Bold one.", "Bold two. Plain.")]
    [InlineData("[First one. Then two](https://example.org) there.", "[First one.", "Then two there.")]
    [InlineData("_Thin one? Thin two!_", "_Thin one?", "Thin two!")]
    public void What_opens_in_one_sentence_may_close_in_another(string written, params string[] spoken) => Assert.Equal(spoken, ScannedText.SpokenOf(written));
}
