using System.ComponentModel;
using Assistant.Core.Tools;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Workspace.Testing;

/// <summary>The tool that runs a workspace's tests.</summary>
public static class TestTools
{
    /// <param name="done">Is told of each run, and of its filter.</param>
    public static Tool Running(TestRunner runner, WorkspaceFolder folder, Action<TestRun, string?>? done = null)
    {
        return new Tool(AIFunctionFactory.Create(RunAsync, "run_tests"), ToolKind.Runs, "running tests");

        [Description("Runs the tests of the workspace and tells which failed and why.")]
        async Task<string> RunAsync([Description("Part of the names of the tests to run; all of them without it.")] string? filter = null, CancellationToken cancellationToken = default)
        {
            var run = await runner.RunAsync(folder, filter, cancellationToken);
            done?.Invoke(run, filter);
            return TestReport.Of(run);
        }
    }
}
