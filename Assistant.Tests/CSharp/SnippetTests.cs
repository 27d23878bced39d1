using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class SnippetTests(WarmEngine engine)
{
    public static TheoryData<string, bool> All => AtBothLevels(Snippet.Names);

    public static TheoryData<string, bool> Programs => AtBothLevels(Snippet.Programs);

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_becomes_of_a_snippet_was_reviewed_by_eye(string name, bool safe)
    {
        var refactored = await RefactorAsync(Snippet.Read(name), safe);

        Assert.True(refactored.IsFinished);
        Snippet.AssertIsAsReviewed(name, safe ? "safe" : "modern", Snippet.Show(refactored));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_snippet_compiles_as_before_and_a_second_refactoring_changes_nothing(string name, bool safe)
    {
        var code = Snippet.Read(name);
        var once = await RefactorAsync(code, safe);
        var twice = await RefactorAsync(once.Code, safe);

        Assert.Equal(once.Code, twice.Code);
        Assert.Empty(twice.Changes);
        Assert.Equal(await ProblemsOfAsync(code), await ProblemsOfAsync(once.Code));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_prints_the_same_before_and_after(string name, bool safe)
    {
        var code = Snippet.Read(name);
        var refactored = await RefactorAsync(code, safe);

        Assert.NotEmpty(refactored.Changes);
        Assert.NotEqual("", ConsoleProgram.Run(code));
        Assert.Equal(ConsoleProgram.Run(code), ConsoleProgram.Run(refactored.Code));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Comments_regions_and_directives_stay(string name, bool safe)
    {
        var code = Snippet.Read(name);
        var refactored = await RefactorAsync(code, safe);

        Assert.Equal(ConsoleProgram.TriviaThatSpeaks(code), ConsoleProgram.TriviaThatSpeaks(refactored.Code));
    }

    private static TheoryData<string, bool> AtBothLevels(IEnumerable<string> names)
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in names)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }

    private Task<RefactoredCode> RefactorAsync(string code, bool safe) => engine.RefactorAsync(code, new RuleFilter { SafeOnly = safe });

    private async Task<IEnumerable<string>> ProblemsOfAsync(string code)
    {
        var description = await engine.DescribeAsync(code);
        return [.. description.Errors.Select(error => error.Id), .. description.UnknownNames.Select(unknown => unknown.Name).Order()];
    }
}
