using Assistant.Core.Agent;
using Assistant.Core.Tools;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace.Testing;
using static Assistant.Tests.Agent.Script;

namespace Assistant.Tests.Agent;

/// <summary>What a task came to is told by the workspace's tests, before the first change and after the last.</summary>
public sealed class VerdictTests
{
    private const string Good = "    if a is None: raise ValueError(a)\n    return a + b\n";
    private const string Bad = "    return a - b\n";
    private const string Old = "    return a + b\n";

    [Fact]
    public async Task In_a_workspace_that_is_not_trusted_nothing_is_run_and_the_verdict_says_so()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Good), RunTests()), Says("Done."));
        await using var workspace = new AgentWorkspace(model) { IsTrusted = false }.WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.NotVerified, null), (result.Outcome, result.Tests));
        Assert.StartsWith("No tests were run. This workspace is not trusted", result.Verdict);
        Assert.StartsWith("error: This workspace is not trusted", model.ResultsGiven(2)[^1]);
        Assert.Equal("Done.", result.Reply.Text);
        Assert.Equal(["shop.py"], result.Files);
        Assert.Equal(0, workspace.TestRuns());
    }

    [LinuxFact]
    public async Task Work_that_its_tests_prove_is_verified()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Good)), Says("Errors are raised."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Verified, "2 passed, 0 failed, 0 skipped", 2), (result.Outcome, result.Tests, workspace.TestRuns()));
        Assert.Equal(3, result.Run!.Report.ModelCalls);
        Assert.Equal(["read_file shop.py", "edit_file shop.py"], result.Run.Report.Steps.Select(step => $"{step.Tool} {step.Target}"));
        Assert.Contains("+    if a is None: raise ValueError(a)", result.Run.Files.Single().Diff);
    }

    [LinuxFact]
    public async Task A_test_that_fails_goes_back_to_the_model_and_is_mended()
    {
        var model = new ScriptedModel(
            Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Bad)), Says("Done."),
            Calls(Edit("shop.py", Bad, Good)), Says("Mended."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Contains("Failing now, and not before: `test_shop.test_sum`.", model.LastMessage(3));
        Assert.Contains("a + b is not in shop.py", model.LastMessage(3));
        Assert.Equal((AgentOutcome.Verified, "Mended.", 3), (result.Outcome, result.Reply.Text, workspace.TestRuns()));
    }

    [LinuxFact]
    public async Task What_cannot_be_mended_in_three_rounds_has_failed()
    {
        var rounds = Enumerable.Range(1, 9).SelectMany(round => new[] { Calls(Write("shop.py", $"# {round}\n")), Says($"Done {round}.") });
        await using var workspace = new AgentWorkspace(new ScriptedModel([Calls(Read("shop.py")), .. rounds])).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Failed, "Done 4.", "# 4\n", 5), (result.Outcome, result.Reply.Text, workspace.Read("shop.py"), workspace.TestRuns()));
    }

    [LinuxFact]
    public async Task A_model_that_sees_nothing_to_mend_is_not_asked_again()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Bad)), Says("Done."), Says("The tests contradict each other."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Failed, "The tests contradict each other.", 4, 2), (result.Outcome, result.Reply.Text, model.Calls.Count, workspace.TestRuns()));
        Assert.Contains("`test_shop.test_sum`", result.Verdict);
    }

    [LinuxFact]
    public async Task What_failed_before_is_excused_and_named()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", "total", "total_of")), Says("Done."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Verified, "1 passed, 1 failed, 0 skipped", 3), (result.Outcome, result.Tests, model.Calls.Count));
        Assert.Contains("Failed before as well: `test_shop.test_errors`.", result.Verdict);
    }

    [LinuxFact]
    public async Task A_test_that_was_weakened_proves_nothing()
    {
        var model = new ScriptedModel(
            Calls(Read("shop.py"), Read("test_shop.py")),
            Calls(Edit("shop.py", Old, Bad), Edit("test_shop.py", PythonShop.SumTest, "def test_sum(): has(\"shop.py\", \"total\")\n")),
            Says("Done."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop(PythonShop.SumTest);

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.NotVerified, "1 passed, 0 failed, 0 skipped"), (result.Outcome, result.Tests));
        Assert.Contains("Checks less than before: `test_shop.py`. Test files were edited: `test_shop.py`.", result.Verdict);
    }

    [LinuxFact]
    public async Task A_test_that_is_skipped_now_goes_back_to_the_model()
    {
        var model = new ScriptedModel(
            Calls(Read("shop.py"), Read("test_shop.py")),
            Calls(Edit("shop.py", Old, Bad), Write("test_shop.py", $"@pytest.mark.skip\n{PythonShop.SumTest}")),
            Says("Done."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop(PythonShop.SumTest);

        var result = await workspace.RunAsync();

        Assert.Contains("Skipped now, and not before: `test_shop.test_sum`. Sets tests aside that ran before: `test_shop.py`.", model.LastMessage(3));
        Assert.Equal((AgentOutcome.NotVerified, "0 passed, 0 failed, 1 skipped"), (result.Outcome, result.Tests));
    }

    [LinuxFact]
    public async Task Tests_that_cannot_be_counted_prove_nothing_and_are_nothing_to_mend()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Good)), Says("Done."));
        await using var workspace = new AgentWorkspace(model) { TestCommand = "sh tests.sh" }.WithPythonShop().With("tests.sh", "grep -q total shop.py\n");

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.NotVerified, null, 3), (result.Outcome, result.Tests, model.Calls.Count));
        Assert.Equal("`sh tests.sh` ended with exit code 0, and no tests could be counted.", result.Verdict);
    }

    [LinuxFact]
    public async Task Tests_that_cannot_be_counted_still_tell_that_something_broke()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(Edit("shop.py", "total", "sum")), Says("Done."), Says("It is as it should be."));
        await using var workspace = new AgentWorkspace(model) { TestCommand = "sh tests.sh" }.WithPythonShop().With("tests.sh", "grep -q total shop.py\n");

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Failed, 4), (result.Outcome, model.Calls.Count));
        Assert.Contains("ended with exit code 1", model.LastMessage(3));
    }

    [LinuxFact]
    public async Task A_task_that_reached_a_limit_stays_unfinished_also_when_what_there_is_of_it_was_mended()
    {
        var others = Enumerable.Range(3, ToolLimits.ModelCalls - ToolLimits.ReservedCalls - 2).Select(call => Calls(Write($"{call}.py", "")));
        var model = new ScriptedModel([Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Bad)), .. others, Calls(Edit("shop.py", Bad, Good)), Says("Mended.")]);
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Limit, "2 passed, 0 failed, 0 skipped", ToolLimits.ModelCalls), (result.Outcome, result.Tests, model.Calls.Count));
        Assert.StartsWith("It was stopped because the limit of 40 model calls was reached.", result.Verdict);
    }

    [LinuxFact]
    public async Task Tests_that_the_model_ran_after_its_last_change_are_not_run_again()
    {
        var model = new ScriptedModel(Calls(Read("shop.py")), Calls(RunTests()), Calls(Edit("shop.py", Old, Good), RunTests()), Says("Done."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Verified, "2 passed, 0 failed, 0 skipped", 2), (result.Outcome, result.Tests, workspace.TestRuns()));
    }

    [LinuxFact]
    public async Task Some_of_the_tests_or_those_before_the_last_change_are_not_taken_for_all_of_them()
    {
        var model = new ScriptedModel(
            Calls(Read("shop.py")), Calls(Edit("shop.py", Old, Good), RunTests(), Edit("shop.py", "total", "total_of"), RunTests("test_sum")), Says("Done."));
        await using var workspace = new AgentWorkspace(model).WithPythonShop();

        var result = await workspace.RunAsync();

        Assert.Equal((AgentOutcome.Verified, "2 passed, 0 failed, 0 skipped", 4), (result.Outcome, result.Tests, workspace.TestRuns()));
    }

    [LinuxFact]
    public async Task Where_nothing_was_changed_the_tests_that_were_asked_for_are_told()
    {
        await using var workspace = new AgentWorkspace(new ScriptedModel(Calls(RunTests()), Says("One fails."))).WithPythonShop();

        var result = await workspace.RunAsync("Run the tests.");

        Assert.Equal((AgentOutcome.NotVerified, "Nothing was changed.", "1 passed, 1 failed, 0 skipped"), (result.Outcome, result.Verdict, result.Tests));
    }
}
