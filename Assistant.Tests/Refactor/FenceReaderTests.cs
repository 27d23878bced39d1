using Assistant.Core.Refactor;

namespace Assistant.Tests.Refactor;

public sealed class FenceReaderTests
{
    private const string Typical = "Sure! Here it is:\n\n```csharp\nvar a = 1;\n\nvar b = 2;\n```\n\nTwo lines.\n- line 1: shorter\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1000)]
    public void The_first_fence_is_the_code_and_the_rest_the_summary_however_it_is_cut(int size)
    {
        var (code, reader) = Read(Typical, size);

        Assert.Equal("var a = 1;\n\nvar b = 2;", code);
        Assert.Equal("\nTwo lines.\n- line 1: shorter\n", reader.After);
    }

    [Fact]
    public void Code_is_shown_before_its_line_ends()
    {
        var reader = new FenceReader();

        Assert.Equal("", reader.Push("```cs"));
        Assert.Equal("", reader.Push("harp\n"));
        Assert.Equal("var total", reader.Push("var total"));
        Assert.Equal(" = 1;", reader.Push(" = 1;\n"));
        Assert.Equal("", reader.Push("``"));
        Assert.Equal("\n``", reader.Finish());
    }

    [Theory]
    [InlineData("~~~\nx\n~~~\n", "x")]
    [InlineData("~~~~csharp\n~~~\nx\n~~~~\n", "~~~\nx")]
    [InlineData("````markdown\n```\ninside\n```\n````\n", "```\ninside\n```")]
    [InlineData("  ```\n  x\n  ```\n", "  x")]
    [InlineData("```\r\nx\r\ny\r\n```\r\n", "x\ny")]
    [InlineData("```\n```\n", "")]
    [InlineData("```\nnever closed", "never closed")]
    [InlineData("```\nvar s = \"```\";\n```", "var s = \"```\";")]
    public void Fences_are_read_as_CommonMark_says(string answer, string code)
    {
        Assert.Equal(code, Read(answer, 1000).Code);
        Assert.Equal(code, Read(answer, 1).Code);
    }

    [Fact]
    public void A_fence_that_a_continued_answer_opens_again_is_dropped() =>
        Assert.Equal("a\nb", Read("```csharp\na\n```csharp\nb\n```\n", 4).Code);

    [Fact]
    public void An_answer_without_a_fence_has_no_code()
    {
        var (code, reader) = Read("I would not change a thing.", 4);

        Assert.Equal("", code);
        Assert.False(reader.HasCode);
        Assert.Equal("I would not change a thing.", reader.Before);
    }

    [Fact]
    public void A_second_block_belongs_to_the_summary() =>
        Assert.Equal("or\n```\ny\n```\n", Read("```\nx\n```\nor\n```\ny\n```\n", 3).Reader.After);

    private static (string Code, FenceReader Reader) Read(string answer, int size)
    {
        var reader = new FenceReader();
        var code = string.Concat(answer.Chunk(size).Select(piece => reader.Push(new string(piece)))) + reader.Finish();
        return (code, reader);
    }
}
