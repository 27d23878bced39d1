using Assistant.Core.Workspace;

namespace Assistant.Tests.Workspace;

public sealed class RenameTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceRun _run;
    private readonly ToolCaller _tools;

    public RenameTests()
    {
        _run = _folder.Run();
        _tools = new ToolCaller(_run);
        _folder.Write("src/Basket.cs", "namespace Shop\r\n{\r\n    public class Basket : IPriced\r\n    {\r\n        public int Total() => 1; // Total in words\r\n    }\r\n}");
        _folder.Write("src/IPriced.cs", "namespace Shop;\n\npublic interface IPriced\n{\n    int Total();\n}\n");
        _folder.Write("src/Other.cs", "namespace Shop;\n\npublic class Other\n{\n    public int Total() => 2;\n}\n");
        _folder.Write("tests/BasketTests.cs", "using Shop;\nusing Xunit;\n\npublic class BasketTests\n{\n    [Fact]\n    public void T() => Assert.Equal(1, new Basket().Total() + new Other().Total() + new Basket().Total());\n}\n");
        _folder.Write("web/Page.razor", "<p>@basket.Total()</p>\n");
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_name_changes_in_every_file_that_means_it_and_nowhere_else()
    {
        var other = Text("src/Other.cs");

        var said = await RenameAsync("the Total method in Basket", "Sum");

        Assert.Equal(
            """
            4 places in 3 files: method Shop.Basket.Total() is Sum now.
            src/Basket.cs: line 5
            src/IPriced.cs: line 5
            tests/BasketTests.cs: line 7
            The word Total is left in files that are not C#:
            web/Page.razor:1: <p>@basket.Total()</p>
            """,
            said);
        Assert.Equal("namespace Shop\r\n{\r\n    public class Basket : IPriced\r\n    {\r\n        public int Sum() => 1; // Total in words\r\n    }\r\n}", Text("src/Basket.cs"));
        Assert.Contains("new Basket().Sum() + new Other().Total() + new Basket().Sum()", Text("tests/BasketTests.cs"));
        Assert.Equal(other, Text("src/Other.cs"));
        Assert.Equal(["src/Basket.cs", "src/IPriced.cs", "tests/BasketTests.cs"], _run.Touched);
    }

    [Theory]
    [InlineData("Other", "Another", "new Another().Total()")]
    [InlineData("basket tests", "CartTests", "class CartTests")]
    public async Task Types_are_renamed_too(string name, string newName, string expected)
    {
        await RenameAsync(name, newName);

        Assert.Contains(expected, Text("tests/BasketTests.cs"));
    }

    [Theory]
    [InlineData("Total", "Sum", "Total means 2 things:")]
    [InlineData("Basket.Total", "class", "is a word of the language")]
    [InlineData("Basket.Total", "two words", "Did you mean `TwoWords`?")]
    [InlineData("Basket.Totals", "Sum", "No type or member is called Basket.Totals.")]
    [InlineData("Basket", "Other", "The name Other is taken: src/Other.cs:3 class Shop.Other")]
    [InlineData("Basket.Total", "Basket", "The name Basket is taken")]
    [InlineData("Basket.Total", "Total", "It is called Total already.")]
    [InlineData("WriteLine", "Print", "No type or member is called WriteLine.")]
    [InlineData("Gone.Dispose", "Close", "has its name from `System.IDisposable`")]
    public async Task What_cannot_be_renamed_says_why_and_stays(string name, string newName, string reason)
    {
        _folder.Write("src/Gone.cs", "public class Gone : IDisposable\n{\n    public void Dispose() { }\n}\n");

        Assert.Contains(reason, await _tools.RefusedAsync("rename_symbol", ("name", name), ("newName", newName)));
        Assert.Empty(_run.Touched);
    }

    [Fact]
    public async Task A_name_that_would_hide_another_is_refused()
    {
        _folder.Write("src/Rate.cs", "namespace Shop;\n\npublic class Rate\n{\n    public int Of(int count) => count;\n\n    public int Twice() { int Plus(int count) => count + 1; return Of(Plus(1)); }\n}\n");

        var refusal = await Record.ExceptionAsync(() => RenameAsync("Rate.Of", "Plus"));

        Assert.True(refusal is not null || Text("src/Rate.cs").Contains("this.Plus(Plus(1))", StringComparison.Ordinal), Text("src/Rate.cs"));
    }

    [Fact]
    public async Task The_checkpoint_comes_before_a_rename_too()
    {
        string? before = null;
        _run.BeforeEdit = (_, _) =>
        {
            before ??= Text("src/Other.cs");
            return Task.CompletedTask;
        };

        await RenameAsync("Other.Total", "Sum");

        Assert.Contains("Total", before);
        Assert.DoesNotContain("Total", Text("src/Other.cs"));
    }

    [Fact]
    public async Task A_project_file_is_never_evaluated()
    {
        var trace = _folder.PathOf("ran");
        _folder.Write("src/Evil.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><A>$([System.IO.File]::WriteAllText('{trace}', 'x'))</A></PropertyGroup></Project>");

        await RenameAsync("Other.Total", "Sum");
        await _tools.CallAsync("find_symbol", ("name", "Other"));

        Assert.False(File.Exists(trace));
    }

    private string Text(string path) => File.ReadAllText(_folder.PathOf(path));

    private Task<string> RenameAsync(string name, string newName) => _tools.CallAsync("rename_symbol", ("name", name), ("newName", newName));
}
