using Assistant.Web.Components.Parts;

namespace Assistant.Tests.Components.Parts;

public sealed class LanguagesTests
{
    [Fact]
    public void The_picker_starts_with_CSharp_and_ends_with_plain_text()
    {
        Assert.Equal("C#", Languages.All[0].Name);
        Assert.Equal("Plain text", Languages.All[^1].Name);
        Assert.Equal(25, Languages.All.Count);
    }

    [Theory]
    [InlineData("csharp", "C#")]
    [InlineData("CS", "C#")]
    [InlineData("tsx", "TypeScript")]
    [InlineData("sh", "Shell")]
    [InlineData("yml", "YAML")]
    [InlineData("text", "Plain text")]
    [InlineData("brainfuck", null)]
    [InlineData("", null)]
    public void A_tag_after_a_fence_names_its_language(string tag, string? name) => Assert.Equal(name, Languages.Tagged(tag)?.Name);

    [Fact]
    public void A_name_that_is_not_in_the_picker_is_plain_text() => Assert.Equal("plaintext", Languages.Named("Latin").MonacoId);
}
