using Assistant.Core.BuiltIn;

namespace Assistant.Tests.BuiltIn;

public sealed class ToolTextTests
{
    [Theory]
    [InlineData("1\tclass A\n2\t{\n3\t}")]
    [InlineData("1: class A\n2: {\n3: }")]
    [InlineData("  1 | class A\n  2 | {\n  3 | }\n")]
    [InlineData("class A\n{\n}\n")]
    public void A_file_is_read_with_or_without_line_numbers(string text) => Assert.Equal("class A\n{\n}\n", ToolText.FileIn(text));

    [Theory]
    [InlineData("5\tclass A\n6\t{")]
    [InlineData("1\tclass A\n2\t{\n(40 more lines)")]
    [InlineData("class A\n{\n... truncated")]
    public void A_part_of_a_file_is_no_file(string text) => Assert.Null(ToolText.FileIn(text));

    [Fact]
    public void Indentation_behind_a_number_is_kept() => Assert.Equal("a\n    b\n\nc\n", ToolText.FileIn("1\ta\n2\t    b\n3\t\n4\tc"));

    [Fact]
    public void Paths_are_found_whatever_stands_around_them() =>
        Assert.Equal(["src/A.cs", "B.cs"], ToolText.CSharpFilesIn("- src/A.cs (3 KB)\n`B.cs`:12: text\nA.csproj\nobj/C.cs\nsrc/D.g.cs"));
}
