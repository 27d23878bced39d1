using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class UnusedCodeTests(WarmEngine engine)
{
    [Theory]
    [InlineData("class A { private int _n; }", "A._n")]
    [InlineData("class A { private void F() => F(); }", "A.F")]
    [InlineData("class A { private int _n; public void F() { _n = 1; } }", "A._n")]
    [InlineData("class A { private int _n; public void F() { this._n++; } }", "A._n")]
    [InlineData("class A { public int F(int n, int m) => n; }", "F.m")]
    [InlineData("class A { public void F() { var n = 1; } }", "F.n")]
    [InlineData("class A { public int F() { return 1; int G() => 2; } }", "F.G")]
    [InlineData("class A { private class B; }", "B")]
    public async Task What_only_this_code_can_see_and_does_not_use_is_unused(string code, string name) =>
        Assert.Equal([name], (await FindAsync(code)).Names.Where(unused => !unused.MayBeUsedElsewhere).Select(unused => unused.Symbol.Name));

    [Theory]
    [InlineData("class A : IDisposable { public void Dispose() { } }")]
    [InlineData("class A { public override string ToString() => \"\"; }")]
    [InlineData("class A { private void Clicked(object sender, EventArgs e) { } public void F(List<EventHandler> all) => all.Add(Clicked); }")]
    [InlineData("class A { [Obsolete] private void F() { } }")]
    [InlineData("class A { private int _n; public int F() => _n++; }")]
    [InlineData("class A { private int _n; public string F() => nameof(_n); }")]
    [InlineData("record Order(int Id);")]
    [InlineData("class A { static void Main(string[] args) { } }")]
    public async Task What_others_may_rely_on_is_not_called_unused(string code) =>
        Assert.DoesNotContain((await FindAsync(code)).Names, unused => !unused.MayBeUsedElsewhere);

    [Fact]
    public async Task What_other_code_can_see_is_told_apart()
    {
        var unused = await FindAsync("public class A { public void F() { } public void G(A a) => a.F(); }");

        Assert.True(Assert.Single(unused.Names, name => name.Symbol.Name == "A.G").MayBeUsedElsewhere);
    }

    [Fact]
    public async Task Unreachable_lines_and_superfluous_usings_are_named()
    {
        var unused = await FindAsync(
            "using System;\nusing System.Text;\n\nclass A\n{\n    int F()\n    {\n        return Math.Abs(1);\n        Console.WriteLine();\n    }\n}");

        Assert.Equal([9], unused.UnreachableLines.AsEnumerable());
        Assert.Equal(["using System.Text;"], unused.Usings!.Value.AsEnumerable());
    }

    [Fact]
    public async Task Usings_are_not_judged_where_names_are_unknown() =>
        Assert.Null((await FindAsync("using System.Text;\n\nclass A { Missing m; }")).Usings);

    private async Task<UnusedCode> FindAsync(string code)
    {
        using var study = await engine.Engine.ReadAsync(code, CancellationToken.None);
        return await study.FindUnusedAsync(CancellationToken.None);
    }
}
