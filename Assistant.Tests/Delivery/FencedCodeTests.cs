using Assistant.Core.Delivery;

namespace Assistant.Tests.Delivery;

public sealed class FencedCodeTests
{
    [Fact]
    public void Code_stands_above_the_request_in_a_fence_with_its_language() =>
        Assert.Equal("Given this code:\n\n```csharp\nint x;\n```\n\nWhy?", FencedCode.Above("Why?", "int x;\n", "C#"));

    [Fact]
    public void Without_code_there_is_only_the_request() => Assert.Equal("Why?", FencedCode.Above("Why?", "  \n", "C#"));

    [Fact]
    public void A_fence_inside_the_code_cannot_close_it() =>
        Assert.Equal("````markdown\n```\nx\n```\n````", new FencedCode(FencedCode.TagOf("Markdown"), "```\nx\n```").ToString());

    [Theory]
    [InlineData("C#", "csharp")]
    [InlineData(" c++ ", "cpp")]
    [InlineData("Plain text", "")]
    [InlineData(null, "")]
    [InlineData("Type Script\n```", "type-script-")]
    public void A_language_becomes_one_word(string? language, string tag) => Assert.Equal(tag, FencedCode.TagOf(language));
}
