using Assistant.Core.Workspace.Testing;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>Other languages' own runners, in the sandbox. Each project holds one test that passes, one that fails and one that is skipped.</summary>
public sealed class RunnersTests
{
    [InstalledFact("npm")]
    public Task Node_is_understood() => RunAsync("is wrong", new TestedWorkspace(isSandboxed: true)
        .With("package.json", """{"scripts": {"test": "node --test"}}""")
        .With("basket.test.js", """
            const { test } = require('node:test');
            test('adds', () => {});
            test('is wrong', () => { throw new Error('three is not two'); });
            test.skip('waits', () => {});
            """));

    [InstalledFact("cargo")]
    public Task Cargo_is_understood() => RunAsync("tests::is_wrong", new TestedWorkspace(isSandboxed: true)
        .With("Cargo.toml", "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
        .With("src/lib.rs", """
            #[cfg(test)]
            mod tests {
                #[test] fn adds() { }
                #[test] fn is_wrong() { panic!("three is not two"); }
                #[test] #[ignore] fn waits() { }
            }
            """));

    [InstalledFact("pytest-3")]
    public Task Pytest_is_understood() => RunAsync("test_basket.test_is_wrong", new TestedWorkspace(isSandboxed: true, command: "/usr/bin/python3 -m pytest")
        .With("test_basket.py", """
            import pytest
            def test_adds(): pass
            def test_is_wrong(): raise ValueError("three is not two")
            @pytest.mark.skip
            def test_waits(): pass
            """));

    private static async Task RunAsync(string failing, TestedWorkspace workspace)
    {
        using (workspace)
        {
            var run = await workspace.RunAsync();

            Assert.True(run.Results is not null, run.Output);
            Assert.Equal((1, 1, 1, false), (run.Results.Passed, run.Results.Failed, run.Results.Skipped, run.IsPass));
            Assert.Equal(failing, Assert.Single(run.Results.FailedTests).Name);
            Assert.Contains("three is not two", TestReport.Of(run));
        }
    }
}
