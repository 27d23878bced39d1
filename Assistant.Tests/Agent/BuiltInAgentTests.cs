using Assistant.Core.Agent;
using Assistant.Tests.CSharp;
using Assistant.Tests.Workspace.Testing;

namespace Assistant.Tests.Agent;

/// <summary>The agent without a key: the built-in engine drives the same loop.</summary>
[Collection(EngineTests.Name)]
public sealed class BuiltInAgentTests(WarmEngine engine)
{
    [Fact]
    public async Task It_refactors_the_workspace()
    {
        await using var workspace = new AgentWorkspace(engine.Client) { IsSample = true, IsTrusted = false };

        var result = await workspace.RunAsync("Refactor the workspace");

        Assert.Equal(AgentOutcome.NotVerified, result.Outcome);
        Assert.StartsWith("No tests were run. This workspace is not trusted", result.Verdict);
        Assert.Contains("Shop/Basket.cs", result.Files);
        Assert.StartsWith("Refactored ", result.Reply.Text);
        Assert.Contains("_lines = [];", workspace.Read("Shop/Basket.cs"));
        Assert.DoesNotContain(result.Run!.Report.Steps, step => step is { HasFailed: true, Tool: not "run_tests" });
    }

    [LinuxFact]
    public async Task It_runs_the_tests()
    {
        await using var workspace = new AgentWorkspace(engine.Client).WithPythonShop();

        var result = await workspace.RunAsync("Run the tests");

        Assert.Contains("Passed: 1, Failed: 1, Skipped: 0", result.Reply.Text);
        Assert.Equal(("1 passed, 1 failed, 0 skipped", "Nothing was changed.", 1), (result.Tests, result.Verdict, workspace.TestRuns()));
    }

    [Fact]
    public async Task It_renames_in_all_files()
    {
        await using var workspace = new AgentWorkspace(engine.Client) { IsSample = true, IsTrusted = false };

        var result = await workspace.RunAsync("Rename Calc to Total");

        Assert.StartsWith("`Calc` is now `Total`.", result.Reply.Text);
        Assert.Equal(["Shop.Tests/BasketTests.cs", "Shop/Basket.cs", "Shop/Receipt.cs"], result.Files);
        Assert.Equal(["rename_symbol Calc", "run_tests "], result.Run!.Report.Steps.Select(step => $"{step.Tool} {step.Target}"));
    }
}
