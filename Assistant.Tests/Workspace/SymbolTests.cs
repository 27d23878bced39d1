using System.Diagnostics;
using Assistant.Core.Workspace;

namespace Assistant.Tests.Workspace;

public sealed class SymbolTests : IDisposable
{
    private const string Basket = """
        namespace Shop;

        public class Basket
        {
            private int _sum, _count;
            public Basket(int sum) => _sum = sum;
            public int OrderTotal(List<int> lines, bool exact = true) => _sum;
            public int Size { get; }
            public event Action? Changed;
            public const int Most = 3;
            public enum Kind { Small, Large }
        }

        public record Line(string Article, int Count);
        """;

    private readonly TestFolder _folder = new();
    private readonly WorkspaceRun _run;
    private readonly ToolCaller _tools;

    public SymbolTests()
    {
        _run = _folder.Run();
        _tools = new ToolCaller(_run);
        _folder.Write("src/Basket.cs", Basket);
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("OrderTotal", "src/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("ordertotal", "src/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("order total", "src/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("the order_total method in Basket", "src/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("Shop.Basket.OrderTotal", "src/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("Basket", "src/Basket.cs:3 class Shop.Basket\nsrc/Basket.cs:6 constructor Shop.Basket.Basket(int)")]
    [InlineData("_count", "src/Basket.cs:5 field Shop.Basket._count")]
    [InlineData("Size", "src/Basket.cs:8 property Shop.Basket.Size")]
    [InlineData("Changed", "src/Basket.cs:9 event Shop.Basket.Changed")]
    [InlineData("Most", "src/Basket.cs:10 constant Shop.Basket.Most")]
    [InlineData("Large", "src/Basket.cs:11 enum value Shop.Basket.Kind.Large")]
    [InlineData("Line.Count", "src/Basket.cs:14 property Shop.Line.Count")]
    [InlineData("ord", "Nothing is called ord; the names most like it:\nsrc/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("total", "Nothing is called total; the names most like it:\nsrc/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("oder totel", "Nothing is called oder totel; the names most like it:\nsrc/Basket.cs:7 method Shop.Basket.OrderTotal(List<int>, bool)")]
    [InlineData("lines", "Nothing is called lines; the names most like it:\nsrc/Basket.cs:14 record Shop.Line")]
    public async Task A_name_is_found_as_it_is_written_or_said(string name, string found) => Assert.Equal(found, await FindAsync(name));

    [Fact]
    public async Task What_is_not_known_is_looked_for_in_the_text()
    {
        _folder.Write("docs/notes.md", "The frobnicator_limit is 3.\n");

        Assert.Equal("No declaration of FrobnicatorLimit is known. In the text of the files:\ndocs/notes.md:1: The frobnicator_limit is 3.", await FindAsync("FrobnicatorLimit"));
        Assert.EndsWith("No line has it.", await FindAsync("Nowhere"));
    }

    [Fact]
    public async Task What_a_tool_changes_is_known_at_once()
    {
        await FindAsync("OrderTotal");
        await _tools.CallAsync("write_file", ("path", "src/New.cs"), ("content", "class Fresh;"));
        Assert.Equal("src/New.cs:1 class Fresh", await FindAsync("Fresh"));

        await _tools.CallAsync("edit_file", ("path", "src/New.cs"), ("oldText", "Fresh"), ("newText", "Older"));
        Assert.Equal("src/New.cs:1 class Older", await FindAsync("Older"));

        await _tools.CallAsync("delete_file", ("path", "src/New.cs"));
        Assert.StartsWith("No declaration", await FindAsync("Older"));
    }

    [Fact]
    public async Task What_somebody_else_changes_is_known_soon()
    {
        await FindAsync("OrderTotal");

        _folder.Write("src/deep/Other.cs", "class Fresh;");
        await UntilAsync("Fresh", "src/deep/Other.cs:1 class Fresh");

        File.Delete(_folder.PathOf("src/deep/Other.cs"));
        await UntilAsync("Fresh", "No declaration of Fresh is known. In the text of the files:\nNo line has it.");
    }

    [Fact]
    public async Task Code_that_nobody_wrote_is_passed_over()
    {
        _folder.Write("src/Deep.cs", "class Deep { int x = " + new string('(', 100_000) + "1; }");
        _folder.Write("src/Broken.cs", "class Broken { void F( { }\nclass After;");

        Assert.Equal("src/Broken.cs:1 class Broken", await FindAsync("Broken"));
        Assert.StartsWith("No declaration of Deep is known", await FindAsync("Deep"));
    }

    [CtagsFact]
    public async Task Other_languages_are_known_where_ctags_is_installed()
    {
        _folder.Write("web/cart.py", "class Cart:\n    def order_sum(self, count):\n        return 1\n");
        _folder.Write("web/cart.ts", "export function orderPrice(a: number) {\n}\n");
        _folder.Write("web/.ctags.d/evil.ctags", "--exclude=*\n");

        Assert.Equal("web/cart.py:2 member Cart.order_sum(self, count)", await FindAsync("OrderSum"));
        Assert.StartsWith("web/cart.ts:1 function orderPrice", await FindAsync("order price"));
    }

    private Task<string> FindAsync(string name) => _tools.CallAsync("find_symbol", ("name", name));

    // The system says that something changed a little after it did.
    private async Task UntilAsync(string name, string found)
    {
        var started = Stopwatch.GetTimestamp();
        string last;
        do
        {
            last = await FindAsync(name);
        }
        while (last != found && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));

        Assert.Equal(found, last);
    }
}
