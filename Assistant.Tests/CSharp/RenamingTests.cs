using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class RenamingTests(WarmEngine engine)
{
    [Theory]
    [InlineData("class A { int F(int n) => n; int F(string s) => F(s.Length); }", "F", "G", "class A { int G(int n) => n; int G(string s) => G(s.Length); }")]
    [InlineData("interface I { int F(); } class A : I { public int F() => 1; public int F(int n) => F(); }", "F", "G",
        "interface I { int G(); } class A : I { public int G() => 1; public int G(int n) => G(); }")]
    [InlineData("record Order(int Id) { public int Twice => Id * 2; }", "Id", "Number", "record Order(int Number) { public int Twice => Number * 2; }")]
    [InlineData("class A { public A() { } static A Make() => new A(); }", "A", "B", "class B { public B() { } static B Make() => new B(); }")]
    [InlineData("public int F(int n)\r\n{\r\n\treturn n; // n stays\r\n}\r\n", "n", "m", "public int F(int m)\r\n{\r\n\treturn m; // n stays\r\n}\r\n")]
    [InlineData("int F(int n) => n; void G(int n) => F(n);", "G.n", "m", "int F(int n) => n; void G(int m) => F(m);")]
    [InlineData("var total = 1;\nConsole.WriteLine($\"total {total}\");", "total", "sum", "var sum = 1;\nConsole.WriteLine($\"total {sum}\");")]
    [InlineData("class A { int n; void F(int m) { n = m; } }", "n", "@class", "class A { int @class; void F(int m) { @class = m; } }")]
    public async Task A_name_changes_everywhere_and_nothing_else_does(string code, string name, string newName, string expected)
    {
        var renamed = Assert.IsType<RenameResult.Renamed>(await RenameAsync(code, name, newName));

        Assert.Equal(expected, renamed.Code);
        Assert.NotEmpty(renamed.Places);
    }

    [Theory]
    [InlineData("class A { int n; }", "n", "class", "is a word of the language")]
    [InlineData("class A { int n; }", "n", "2nd", "does not start with a digit")]
    [InlineData("class A { int n; }", "n", "my number", "Did you mean `MyNumber`?")]
    [InlineData("class A { int n; }", "n", "n", "It is called `n` already.")]
    [InlineData("class A { int n; int m; }", "n", "m", "The name `m` is taken: field `A.m`, line 1.")]
    [InlineData("class A { int F(int n) { var m = n; return m; } }", "n", "m", "The name `m` is taken: local variable `F.m`, line 1.")]
    [InlineData("class A { int n; }", "n", "A", "The name `A` is taken: class `A`, line 1.")]
    [InlineData("class A { int n; }", "Total", "Sum", "There is no `Total` in this code.")]
    [InlineData("class A { int n; int F() => Total.Of(n); }", "Total", "Sum", "declared elsewhere")]
    [InlineData("class A { void F() => Console.WriteLine(); }", "WriteLine", "Print", "`WriteLine` comes from `System.Console`")]
    [InlineData("class A { public override string ToString() => \"\"; }", "ToString", "Text", "has its name from `object`")]
    [InlineData("class A : IDisposable { public void Dispose() { } }", "Dispose", "Close", "has its name from `System.IDisposable`")]
    [InlineData("class A { int F; } class B { int F; }", "F", "G", "Say which with its owner in front: `Rename A.F to G`.")]
    public async Task What_cannot_be_renamed_says_why(string code, string name, string newName, string reason)
    {
        var refused = Assert.IsType<RenameResult.Refused>(await RenameAsync(code, name, newName));

        Assert.Contains(reason, refused.Reason);
    }

    private async Task<RenameResult> RenameAsync(string code, string name, string newName)
    {
        using var study = await engine.Engine.ReadAsync(code, CancellationToken.None);
        return await study.RenameAsync(name, newName, CancellationToken.None);
    }
}
