using Assistant.Core.BuiltIn;
using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class HostileCodeTests(WarmEngine engine)
{
    public static TheoryData<string> TooMuch { get; } = new(
        new string('[', 1_000_000),
        $"class A {{ int x = {new string('(', 10_000)}1{new string(')', 10_000)}; }}",
        $"class A {{ bool x = {new string('!', 50_000)}true; }}",
        $"class A {{ int x = {string.Join('+', Enumerable.Repeat("1", 20_000))}; }}",
        $"class A {{ object x = s{string.Concat(Enumerable.Repeat(".F()", 20_000))}; }}",
        $"void M(bool a) {{ {string.Concat(Enumerable.Repeat("if (a) ", 20_000))}; }}",
        string.Concat(Enumerable.Repeat("a<", 60_000)),
        string.Concat(Enumerable.Repeat("#if A\n", 20_000)));

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Code_nobody_wrote_is_refused_in_one_sentence(string code)
    {
        var answer = await engine.AskAsync("Explain this", code, "C#");

        Assert.EndsWith("paste a " + (code.Length > ReadingLimits.MaxCharacters ? "part of it." : "smaller part of it."), answer);
        Assert.DoesNotContain('\n', answer);
    }

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Code_nobody_wrote_is_not_refactored_and_the_answer_says_why(string code)
    {
        var answer = await engine.RefactorTextAsync(code, "C#");

        Assert.Contains(code, answer);
        Assert.EndsWith("part of it.", answer);
    }

    [Theory]
    [InlineData("// only a comment")]
    [InlineData("\0\u0001\u0002\ufffd")]
    [InlineData("var broken = \"\ud800\";")]
    [InlineData("``````")]
    public async Task Odd_text_comes_back_as_it_was(string code)
    {
        Assert.Same(code, (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task Deep_code_that_is_read_is_also_survived()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("a", ReadingLimits.MaxTreeDepth - 20));
        var code = $"class A {{ private string a = \"\"; public string S() {{ return {sum}; }} }}";

        Assert.Contains("readonly", (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task When_the_time_is_up_the_code_comes_back_unharmed()
    {
        const string code = "class A { private int x = 1; int X() { return x; } }";
        using var study = await engine.Engine.ReadAsync(code, CancellationToken.None);
        engine.Time.Advance(CSharpEngine.Budget);

        var refactored = await study.RefactorAsync(RuleFilter.None, CancellationToken.None);

        Assert.Equal(code, refactored.Code);
        Assert.False(refactored.IsFinished);
    }

    [Fact]
    public void An_answer_that_ran_out_of_time_says_what_is_left()
    {
        var refactored = new RefactoredCode("class A { }", [new CodeChange("IDE0044", 1, "Done.")], 0, IsFinished: false) { Left = ["IDE0090", "IDE0055"] };

        var answer = RefactorAnswer.Write(refactored);

        Assert.Contains("time ran out, so Refactor may find more. Left to do: IDE0090, IDE0055.\n", answer);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        using var study = await engine.Engine.ReadAsync("class A { }", CancellationToken.None);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RefactorAsync(RuleFilter.None, gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.Engine.ReadAsync("class A { }", gone.Token));
    }
}
