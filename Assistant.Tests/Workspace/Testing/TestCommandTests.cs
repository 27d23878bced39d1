using Assistant.Core.Tools;
using Assistant.Core.Workspace.Testing;

namespace Assistant.Tests.Workspace.Testing;

public sealed class TestCommandTests
{
    public static TheoryData<string, string, string> Found => new()
    {
        { "Shop.sln", "", "dotnet test Shop.sln" },
        { "Shop.slnx", "", "dotnet test Shop.slnx" },
        { "Shop.Tests.csproj", "", "dotnet test Shop.Tests.csproj" },
        { "My Shop.sln", "", "dotnet test \"My Shop.sln\"" },
        { "tests/Shop.Tests/Shop.Tests.csproj", "<PackageReference Include=\"Microsoft.NET.Test.Sdk\" />", "dotnet test tests/Shop.Tests/Shop.Tests.csproj" },
        { "package.json", """{"scripts": {"test": "node --test"}}""", "npm test" },
        { "pytest.ini", "", "python3 -m pytest" },
        { "pyproject.toml", "[tool.pytest.ini_options]", "python3 -m pytest" },
        { "tests/test_basket.py", "", "python3 -m pytest" },
        { "go.mod", "module shop", "go test ./..." },
        { "Cargo.toml", "[package]", "cargo test" },
        { "Makefile", "all:\n\techo\n\ntest: all\n\techo\n", "make test" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void A_workspace_says_by_its_files_how_it_is_tested(string file, string text, string command)
    {
        using var workspace = new TestedWorkspace().With(file, text);

        Assert.Equal(command, CommandOf(workspace)?.Text);
    }

    [Theory]
    [InlineData("README.md", "")]
    [InlineData("src/Shop/Shop.csproj", "<Project />")]
    [InlineData("package.json", """{"scripts": {"test": "echo \"Error: no test specified\" && exit 1"}}""")]
    [InlineData("package.json", """{"scripts": ["test"]}""")]
    [InlineData("package.json", "{")]
    [InlineData("Makefile", "test := 3\n")]
    public void Where_nothing_says_so_there_is_none(string file, string text)
    {
        using var workspace = new TestedWorkspace().With(file, text);

        Assert.Null(CommandOf(workspace));
        Assert.Contains("No command", workspace.Runner.ReadinessOf(workspace.Folder).Obstacle);
    }

    [Fact]
    public void The_earlier_kind_wins_and_the_setting_before_all()
    {
        using var found = new TestedWorkspace().With("Makefile", "test:\n").With("package.json", """{"scripts": {"test": "jest"}}""").With("Shop.sln", "");
        using var given = new TestedWorkspace(command: "make check").With("Shop.sln", "");

        Assert.Equal("dotnet test Shop.sln", CommandOf(found)!.Text);
        Assert.Equal(("make check", TestKind.Other), (CommandOf(given)!.Text, CommandOf(given)!.Kind));
    }

    [Theory]
    [InlineData("dotnet test Shop.sln", TestKind.DotNet)]
    [InlineData("npm run test:unit", TestKind.Node)]
    [InlineData("python3 -m pytest tests", TestKind.Pytest)]
    [InlineData("go test ./...", TestKind.Go)]
    [InlineData("cargo test", TestKind.Cargo)]
    [InlineData("make && dotnet test", TestKind.Other)]
    public void A_written_command_is_known_by_its_words(string text, TestKind kind) => Assert.Equal(kind, TestCommand.Parse(text).Kind);

    [LinuxFact]
    public async Task A_shell_understands_what_only_a_shell_can()
    {
        using var workspace = new TestedWorkspace(command: "echo one && echo 'two  words' | cat");

        Assert.Equal("one\ntwo  words\n", (await workspace.RunAsync()).Output);
    }

    [LinuxTheory]
    [InlineData("--config=x")]
    [InlineData("Any")]
    public async Task A_filter_that_cannot_be_given_is_refused(string filter)
    {
        using var workspace = new TestedWorkspace(command: "sh tests.sh").With("tests.sh", "touch ran\n");

        await Assert.ThrowsAsync<ToolException>(() => workspace.RunAsync(filter));
        Assert.False(File.Exists(workspace.PathOf("ran")));
    }

    private static TestCommand? CommandOf(TestedWorkspace workspace) => workspace.Runner.ReadinessOf(workspace.Folder).Command;
}
