using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class HazardsTests(WarmEngine engine)
{
    [Theory]
    [InlineData("async void F() { await Task.Yield(); }", "`F` is `async void`")]
    [InlineData("async Task F() { G(); await Task.Yield(); } Task G() => Task.CompletedTask;", "Nobody waits for `G`")]
    [InlineData("void F(Task t) { t.Wait(); }", "`.Wait()` blocks")]
    [InlineData("int F(Task<int> t) => t.Result;", "`.Result` blocks")]
    [InlineData("int F(ValueTask<int> t) => t.GetAwaiter().GetResult();", "`.GetAwaiter().GetResult()` blocks")]
    [InlineData("async Task F() { lock (this) { await Task.Yield(); } }", "`await` stands inside a `lock`")]
    [InlineData("async Task F() { Thread." + "Sleep(1); await Task.Yield(); }", "blocks the thread inside async code")]
    [InlineData("async Task<int> F() { return 1; }", "`F` is `async` and never awaits")]
    [InlineData("void F(List<int> n) { n.ForEach(async m => await Task.Yield()); }", "An async lambda stands where nothing waits")]
    [InlineData("Task<string> F() { using var r = new StreamReader(\"x\"); return r.ReadToEndAsync(); }", "returned out of a `using`")]
    public async Task Tasks_go_wrong_in_known_ways(string code, string sentence) =>
        Assert.Contains(sentence, Assert.Single((await FindAsync(code)).Async).Sentence);

    [Theory]
    [InlineData("async void Clicked(object sender, EventArgs e) { await Task.Yield(); }")]
    [InlineData("async Task F() { _ = G(); await G(); } Task G() => Task.CompletedTask;")]
    [InlineData("Task F() { using var r = new StreamReader(\"x\"); return Task.CompletedTask; }")]
    [InlineData("string F(Outcome o) => o.Result;\nrecord Outcome(string Result);")]
    [InlineData("async IAsyncEnumerable<int> F() { await Task.Yield(); yield return 1; }")]
    [InlineData("async Task F(IAsyncEnumerable<int> s) { await foreach (var n in s) { } }")]
    public async Task Sound_asynchronous_code_is_left_in_peace(string code) => Assert.Empty((await FindAsync(code)).Async);

    [Theory]
    [InlineData("void F() { var r = new StreamReader(\"x\"); r.ReadLine(); }", "`r` (`StreamReader`) is never disposed")]
    [InlineData("string F() => new StreamReader(\"x\").ReadToEnd();", "used once and never disposed")]
    [InlineData("void F() { var s = File.OpenRead(\"x\"); s.ReadByte(); }", "`s` (`FileStream`) is never disposed")]
    [InlineData("class A { private readonly Timer _t = new(_ => { }); }", "`A` keeps the `Timer` it makes in `_t`")]
    [InlineData("class A : IDisposable { Timer _t; Timer _u; A() { _t = new(_ => { }); _u = new(_ => { }); } public void Dispose() { _u.Dispose(); } }",
        "`Dispose` forgets `_t`")]
    public async Task What_is_never_disposed_is_found(string code, string sentence) =>
        Assert.Contains(sentence, Assert.Single((await FindAsync(code)).Disposal).Sentence);

    [Theory]
    [InlineData("void F() { using var r = new StreamReader(\"x\"); }")]
    [InlineData("void F() { using (var r = new StreamReader(\"x\")) { } }")]
    [InlineData("void F() { var r = new StreamReader(\"x\"); try { r.Read(); } finally { r.Dispose(); } }")]
    [InlineData("StreamReader F() { var r = new StreamReader(\"x\"); return r; }")]
    [InlineData("StreamReader F() => new StreamReader(\"x\");")]
    [InlineData("void F(List<Stream> all) { all.Add(File.OpenRead(\"x\")); }")]
    [InlineData("void F() { var m = new MemoryStream(); var l = new List<int>(); }")]
    [InlineData("class A : IDisposable { private readonly Timer _t = new(_ => { }); public void Dispose() => _t?.Dispose(); }")]
    public async Task What_is_disposed_or_handed_on_is_left_in_peace(string code) => Assert.Empty((await FindAsync(code)).Disposal);

    [Theory]
    [InlineData("int F(string? s) => s.Length;", "`s` may be null where it is used.")]
    [InlineData("string F() => null;", "may be null, and the return type has no `?`")]
    [InlineData("string s = null;", "Write `string?`, or give it a value.")]
    [InlineData("class A { public string Name { get; set; } }", "`Name` is still null when the constructor ends.")]
    [InlineData("int F(int? n) => n.Value;", "`n` may be null where its value is taken.")]
    [InlineData("void F(string s) { F(null); }", "Null is given to something whose type has no `?`.")]
    public async Task Nulls_are_told_in_words(string code, string sentence) => Assert.Contains(sentence, Assert.Single((await FindAsync(code)).Nulls).Sentence);

    [Fact]
    public async Task Code_without_hazards_says_what_there_was_to_look_at()
    {
        var hazards = await FindAsync("int F(int n) => n;");

        Assert.Equal((0, 0, 0), (hazards.Async.Length, hazards.Disposal.Length, hazards.Nulls.Length));
        Assert.False(hazards.UsesAsync || hazards.CreatesDisposables);
    }

    private async Task<CodeHazards> FindAsync(string code)
    {
        using var study = await engine.Engine.ReadAsync(code, CancellationToken.None);
        return await study.FindHazardsAsync(CancellationToken.None);
    }
}
