using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class DescribingTests(WarmEngine engine)
{
    [Fact]
    public async Task A_class_is_described_by_its_members()
    {
        var description = await engine.DescribeAsync("""
            class Basket
            {
                private int _a, _b;

                public int Sum { get; set; }

                public Basket() { }

                public int Total() => _a + _b;

                enum Kind { Small, Large }
            }
            """);

        var type = description.Types[0];
        Assert.Equal(("class", "Basket", 1), (type.Kind, type.Name, type.Line));
        Assert.Equal(["2 fields", "1 property", "1 constructor", "1 method", "1 nested type"], type.Members.AsEnumerable());
        Assert.Equal(["Basket (constructor)", "Basket.Total"], description.Methods.Select(method => method.Name));
    }

    [Fact]
    public async Task Complexity_counts_each_decision_once_and_one_more()
    {
        var description = await engine.DescribeAsync("""
            int Rate(int[] values, bool strict)
            {
                foreach (var value in values)
                {
                    if (value > 1 && strict || value < 0)
                    {
                        return value switch { 1 => 1, 2 => 2, _ => strict ? 3 : 4 };
                    }
                }

                return 0;
            }
            """);

        Assert.Equal(8, Assert.Single(description.Methods).Complexity);
    }

    [Fact]
    public async Task Errors_stand_on_the_lines_of_the_pasted_code()
    {
        var description = await engine.DescribeAsync("using System;\n\npublic int F()\n{\n    return \"no\";\n}\n");

        Assert.Equal(CodeShape.Members, description.Shape);
        Assert.Equal(("CS0029", 5), (description.Errors[0].Id, description.Errors[0].Line));
    }

    [Fact]
    public async Task A_name_that_was_not_pasted_is_no_error_of_the_code()
    {
        var description = await engine.DescribeAsync("var cart = new Cart<int>();\ncart.Add(Prices.Of(1));\n");

        Assert.Empty(description.Errors);
        Assert.Equal([new("Cart", 1, null), new CodeDescription.UnknownName("Prices", 2, null)], description.UnknownNames.AsEnumerable());
    }

    [Theory]
    [InlineData("class A { void M( { } }", true)]
    [InlineData("public void M() { int x = ; }", true)]
    [InlineData("x.Where(y => y > 1)", true)]
    [InlineData("def add(a, b):\n    return a + b\n", false)]
    [InlineData("function add(a, b) {\n  return a + b;\n}\n", false)]
    [InlineData("SELECT name FROM people WHERE id = 1", false)]
    [InlineData("<p>Hello</p>", false)]
    [InlineData("Please look at this for me, would you", false)]
    public async Task Broken_code_is_told_from_other_languages(string code, bool isCSharp)
    {
        using var study = await engine.Engine.ReadAsync(code, CancellationToken.None);

        Assert.Equal(isCSharp, study.IsCSharp);
    }
}
