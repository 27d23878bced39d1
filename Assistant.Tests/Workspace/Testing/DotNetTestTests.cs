using System.Text.RegularExpressions;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Testing;
using Assistant.Tests.Conventions;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>The real <c>dotnet test</c> in the sandbox: it restores from the packages on this machine, builds, and runs, with no network.</summary>
public sealed partial class DotNetTestTests
{
    private const string Tests = """
        using Xunit;

        namespace Shop.Tests;

        public class BasketTests
        {
            [Fact] public void Adds() => Assert.Equal(2, 1 + 1);

            [Fact] public void Is_wrong() => Assert.Equal(3, 1 + 1);

            [Theory, InlineData(1), InlineData(2)] public void Counts(int count) => Assert.True(count > 0);

            [Fact(Skip = "later")] public void Waits() { }
        }
        """;

    [SandboxFact]
    public async Task Results_are_counted_and_named()
    {
        using var workspace = Project(Tests);
        TestRun? seen = null;
        var tool = TestTools.Running(workspace.Runner, workspace.Folder, (run, _) => seen = run);

        var text = $"{await tool.Function.InvokeAsync(new AIFunctionArguments())}";

        var run = seen!;
        Assert.Equal(("dotnet test Shop.Tests.csproj", TestRunEnd.Finished, true), (run.Command, run.End, run.IsSandboxed));
        Assert.Equal((3, 1, 1), (run.Results!.Passed, run.Results.Failed, run.Results.Skipped));
        Assert.Equal("Shop.Tests.BasketTests.Is_wrong", Assert.Single(run.Results.FailedTests).Name);
        Assert.Equal(
            ["Shop.Tests.BasketTests.Adds", "Shop.Tests.BasketTests.Counts(count: 1)", "Shop.Tests.BasketTests.Counts(count: 2)"],
            run.Results.PassedNames!.Order(StringComparer.Ordinal));
        Assert.Equal(["Shop.Tests.BasketTests.Waits"], run.Results.SkippedNames);
        Assert.False(run.IsPass);
        Assert.Empty(Directory.GetFiles(workspace.Folder.Root, "*.trx", SearchOption.AllDirectories));
        Assert.StartsWith("dotnet test Shop.Tests.csproj\n\nFailed: Shop.Tests.BasketTests.Is_wrong\nAssert.Equal() Failure", text);
        Assert.Contains("\nPassed: 3, Failed: 1, Skipped: 1 (exit code 1)", text);

        var some = await workspace.RunAsync("Adds");

        Assert.Equal((1, 0, 0, true), (some.Results!.Passed, some.Results.Failed, some.Results.Skipped, some.IsPass));
        Assert.False((await workspace.RunAsync("NoSuchTest")).IsPass);
    }

    [SandboxFact]
    public async Task What_does_not_build_has_no_results()
    {
        using var workspace = Project("class Broken {");

        var run = await workspace.RunAsync();

        Assert.Null(run.Results);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error CS1513", TestReport.Of(run));
        Assert.Contains("not known", TestReport.Of(run));
    }

    [Fact]
    public void The_tool_is_named_as_the_contract_says()
    {
        using var workspace = new TestedWorkspace();

        var tool = TestTools.Running(workspace.Runner, workspace.Folder);

        Assert.Equal(("run_tests", ToolKind.Runs, "running tests"), (tool.Function.Name, tool.Kind, tool.Doing));
        Assert.Equal(["filter"], tool.Function.JsonSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    // The packages that these tests themselves are built with are on this machine.
    private static TestedWorkspace Project(string code)
    {
        var packages = PackageVersion().Matches(SourceFiles.Read("Directory.Packages.props"))
            .Where(match => match.Groups["name"].Value is "Microsoft.NET.Test.Sdk" or "xunit" or "xunit.runner.visualstudio")
            .Select(match => $"""<PackageReference Include="{match.Groups["name"].Value}" Version="{match.Groups["version"].Value}" />""");
        return new TestedWorkspace(isSandboxed: true)
            .With("Tests.cs", code)
            .With("Shop.Tests.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>{string.Concat(packages)}</ItemGroup>
                </Project>
                """);
    }

    [GeneratedRegex(@"<PackageVersion Include=""(?<name>[^""]+)"" Version=""(?<version>[^""]+)""")]
    private static partial Regex PackageVersion();
}
