using System.Diagnostics;
using Assistant.Core.Voice.Sentences;
using Assistant.Tests.Markdown;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Voice.Sentences;

public sealed class SentenceScannerTests
{
    /// <summary>Pieces of which generated answers are made: what ends a sentence, what looks like it, and every kind of block.</summary>
    private static readonly string[] Pieces =
    [
        "One", "two", "Three", " ", " ", " ", " ", ". ", "! ", "? ", "... ", "… ", ".", "!", "?", "。", "！", "」", "\n", "\n", "\n\n", "\r\n", "\r",
        "\r\n\r\n", "e.g.", "Dr.", "No.", "5", "J.", "v2.0", "Config.cs", "?.", "!=", "`", "``", "```", "```cs\n", "~~~\n", "\n```\n", "\n- ", "\n1. ",
        "\n2. ", "\n# ", "\n> ", "\n| a | b |\n", "\n---\n", "**", "_", "\"", "”", ")", "](", "[", "(", "https://example.org", "😀", "\ud83d", "\ude00",
        "\\", "<b>", "&amp;", "\uE000", "\uE0001\uE001", "    ", "\t", "\0", "\u00A0",
    ];

    private static readonly Gen<string> Answers = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Any_cut_gives_the_same_sentences_at_the_same_places() => Holds(Answers, HasSameSentencesInAnyCut);

    [Fact]
    public void Any_cut_of_a_document_gives_the_same_sentences() =>
        Holds(Gen.Elements(MarkdownExamples.All).ListOf().Select(string.Concat), HasSameSentencesInAnyCut);

    [Fact]
    public void All_that_was_written_is_in_the_sentences() =>
        Holds(Answers, text => string.Concat(ScannedText.Of(text).Select(sentence => sentence.Written)) == text);

    [Fact]
    public void Whatever_is_written_is_scanned() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll<string?>(text => string.Concat(ScannedText.Of(text ?? "").Select(sentence => sentence.Written)) == (text ?? "")));

    [Fact]
    public void Only_the_last_sentence_may_have_nothing_to_say() =>
        Holds(Answers, text => ScannedText.Of(text).SkipLast(1).All(sentence => sentence.Spoken.Length > 0));

    [Fact]
    public void Sentences_are_counted_from_zero() =>
        Holds(Answers, text => ScannedText.Of(text).Select((sentence, index) => sentence.Index == index).All(isRight => isRight));

    [Theory]
    [InlineData("One. T", "One.")]
    [InlineData("One. \n 5", "One.")]
    [InlineData("One\n\nt", "One")]
    [InlineData("One:\n- ", "One:")]
    [InlineData("# One\nt", "One")]
    [InlineData("One\n# ", "One")]
    [InlineData("你好。世", "你好。")]
    public void A_sentence_is_given_out_with_the_character_that_makes_it_certain(string arrived, string spoken)
    {
        var scanner = new SentenceScanner();

        Assert.Empty(scanner.Add(arrived[..^1]));
        Assert.Equal(spoken, Assert.Single(scanner.Add(arrived[^1..])).Spoken);
    }

    [Theory]
    [InlineData("One. Two", "One.")]
    [InlineData("One. Two.", "One.", "Two.")]
    [InlineData("One. \"Two.\"", "One.", "\"Two.\"")]
    [InlineData("One. Two.\n", "One.", "Two.")]
    [InlineData("One. Two\n\n", "One.", "Two")]
    [InlineData("One. Lists etc.", "One.")]
    [InlineData("One. # two", "One.")]
    [InlineData("One.\n# Two\n", "One.", "Two")]
    [InlineData("One.\n- two", "One.")]
    [InlineData("One. Use `a.", "One.")]
    [InlineData("One. Two. Thr", "One.", "Two.")]
    [InlineData("One.\n```\nvar a", "One.")]
    [InlineData("One.\n```\nvar a\n```", "One.", "The code is on screen.")]
    [InlineData("你好。世界", "你好。")]
    [InlineData("Tw")]
    [InlineData("")]
    public void Of_a_cut_answer_the_incomplete_tail_is_not_spoken(string text, params string[] spoken)
    {
        var scanner = new SentenceScanner();

        Assert.Equal(spoken, scanner.Add(text).Concat(scanner.End(isCut: true)).Select(sentence => sentence.Spoken));
    }

    [Fact]
    public void What_is_written_keeps_its_Markdown_and_the_space_behind_it() => Assert.Equal(
        ["**One.**  \n", "- two `three`, and so on\n\n", "```\na\n```\n", "End"],
        ScannedText.Of("**One.**  \n- two `three`, and so on\n\n```\na\n```\nEnd").Select(sentence => sentence.Written));

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData(" ")]
    [InlineData("# ")]
    [InlineData("-")]
    [InlineData("https://a")]
    [InlineData("1")]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("a. b ")]
    [InlineData("A ? B ")]
    [InlineData("`")]
    [InlineData("` `` ")]
    [InlineData("[")]
    [InlineData("](")]
    [InlineData("](a(")]
    [InlineData("__a ")]
    [InlineData("_a ")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("&a")]
    [InlineData("\\")]
    [InlineData("- ")]
    [InlineData("> ")]
    [InlineData("|")]
    [InlineData("- a\n")]
    [InlineData("http://")]
    [InlineData("\uE000")]
    public void A_long_answer_without_an_end_takes_no_longer_than_it_is_long(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length));
        var started = Stopwatch.GetTimestamp();

        ScannedText.Of(ScannedText.Characters(text));

        // A hundredth of a second is usual, and reading it again for each character would take minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static bool HasSameSentencesInAnyCut(string text)
    {
        var whole = new SentenceScanner();
        var byCharacter = new SentenceScanner();
        var split = text.Length / 3;
        return whole.Add(text[..split]).SequenceEqual(ScannedText.Characters(text[..split]).SelectMany(byCharacter.Add))
            && whole.Add(text[split..]).SequenceEqual(ScannedText.Characters(text[split..]).SelectMany(byCharacter.Add))
            && whole.End(isCut: text.Length % 2 == 0).SequenceEqual(byCharacter.End(isCut: text.Length % 2 == 0));
    }

    private static void Holds(Gen<string> texts, Func<string, bool> claim) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60), Prop.ForAll(texts.ToArbitrary(), claim));
}
