using Assistant.Core.Delivery;

namespace Assistant.Tests.Delivery;

public sealed class OverlapTrimmerTests
{
    [Theory]
    [InlineData("var total = items.Su", "m(item => item.Price);", "m(item => item.Price);")]
    [InlineData("var total = items.Su", "var total = items.Sum();", "m();")]
    [InlineData("first line\nvar total = items.Su", "var total = items.Sum();", "m();")]
    [InlineData("It is of al", "l of them.", "l of them.")]
    [InlineData("the end", "the end of it is near", "the end of it is near")]
    [InlineData("", "anything", "anything")]
    public void Only_a_real_repetition_is_taken_away(string before, string continuation, string shown) =>
        Assert.Equal(shown, InPieces(before, continuation, continuation.Length));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void It_does_not_matter_how_the_continuation_is_cut(int size)
    {
        const string Before = "foreach (var order in orders)\n{\n    total += order.Price;\n    cou";

        Assert.Equal("nt++;\n}", InPieces(Before, "    total += order.Price;\n    count++;\n}", size));
        Assert.Equal("nt++;\n}", InPieces(Before, "nt++;\n}", size));
    }

    [Fact]
    public void A_continuation_that_only_repeats_shows_nothing() =>
        Assert.Equal("", InPieces("that was the last line", "the last line", 3));

    private static string InPieces(string before, string continuation, int size)
    {
        var trimmer = new OverlapTrimmer(before);
        return string.Concat(continuation.Chunk(size).Select(piece => trimmer.Push(new string(piece)))) + trimmer.Flush();
    }
}
