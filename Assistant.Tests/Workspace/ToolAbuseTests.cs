using Assistant.Core.Tools;

namespace Assistant.Tests.Workspace;

/// <summary>Every tool that takes a path, with every path that leads somewhere else. A tool that is new fails here until its arguments stand below.</summary>
public sealed class ToolAbuseTests : IDisposable
{
    private const string Secret = "SECRET-x7Q";

    /// <summary>The other arguments of each tool that takes a path.</summary>
    private static readonly Dictionary<string, (string Name, object? Value)[]> WithPath = new()
    {
        ["list_files"] = [],
        ["read_file"] = [],
        ["search"] = [("pattern", Secret[..6])],
        ["edit_file"] = [("oldText", Secret), ("newText", "changed")],
        ["write_file"] = [("content", "changed")],
        ["delete_file"] = [],
    };

    /// <summary>What takes no path works on names, in the files of the workspace alone.</summary>
    private static readonly string[] WithoutPath = ["find_symbol", "rename_symbol"];

    private readonly TestFolder _folder = new();
    private readonly ToolCaller _tools;

    public ToolAbuseTests()
    {
        _tools = new ToolCaller(_folder.Run());
        _folder.Write("src/A.cs", "class A;");
        _folder.Write(".git/config", Secret);
        File.WriteAllText(Path.Combine(_folder.Outside, "secret.txt"), Secret);
        File.WriteAllText(Path.Combine(_folder.Data, "model.json"), Secret);
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_folder.PathOf("out"), _folder.Outside);
            File.CreateSymbolicLink(_folder.PathOf("own"), _folder.Data);
            File.CreateSymbolicLink(_folder.PathOf("git"), ".git");
            File.CreateSymbolicLink(_folder.PathOf("link.txt"), Path.Combine(_folder.Outside, "secret.txt"));
        }
    }

    public static TheoryData<string, string> Refused => ForEveryTool(
        "..", "../ws-evil/secret.txt", "src/../../ws-evil/secret.txt", "./../ws-evil/secret.txt", "/etc/passwd", "//etc/passwd", "{outside}/secret.txt",
        "{data}/model.json", "../data/model.json", "out/secret.txt", "own/model.json", "link.txt", "git/config", ".git/config", ".GIT/config", ".git./config",
        "src/.git/config", "GIT~1/config", "a\0b", "src/A.cs\0.txt", "a\nb", @"..\ws-evil\secret.txt", @"C:\Windows\win.ini", @"\\server\share\secret.txt");

    /// <summary>Nobody decodes these, so they are only odd names in the workspace.</summary>
    public static TheoryData<string, string> Odd => ForEveryTool(
        "%2e%2e/ws-evil/secret.txt", "..%2fws-evil%2fsecret.txt", "%252e%252e/ws-evil/secret.txt", "..%c0%afws-evil/secret.txt", "．．/ws-evil/secret.txt",
        "..;/ws-evil/secret.txt", "....//ws-evil/secret.txt", "~/secret.txt", "$HOME/secret.txt", "file:///etc/passwd", "C:/Windows/win.ini", ".. /ws-evil/secret.txt");

    public void Dispose()
    {
        Assert.Equal(Secret, File.ReadAllText(Path.Combine(_folder.Outside, "secret.txt")));
        Assert.Equal(Secret, File.ReadAllText(Path.Combine(_folder.Data, "model.json")));
        Assert.Equal(Secret, File.ReadAllText(_folder.PathOf(".git/config")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Outside));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Data));
        Assert.Single(Directory.GetFileSystemEntries(_folder.PathOf(".git")));
        _folder.Dispose();
    }

    [Fact]
    public void Every_tool_is_tried()
    {
        Assert.Equal(WithPath.Keys.Concat(WithoutPath).Order(StringComparer.Ordinal), _tools.Tools.Select(tool => tool.Function.Name).Order(StringComparer.Ordinal));
        Assert.All(
            _tools.Tools,
            tool => Assert.Equal(WithPath.ContainsKey(tool.Function.Name), tool.Function.JsonSchema.GetProperty("properties").TryGetProperty("path", out _)));
    }

    [UnixTheory]
    [MemberData(nameof(Refused))]
    public async Task A_path_that_leads_elsewhere_is_refused_by_every_tool(string tool, string path)
    {
        var place = path.Replace("{outside}", _folder.Outside, StringComparison.Ordinal).Replace("{data}", _folder.Data, StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<ToolException>(() => _tools.CallAsync(tool, [("path", place), .. WithPath[tool]]));

        Assert.DoesNotContain(Secret, refusal.Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [MemberData(nameof(Odd))]
    public async Task A_path_in_disguise_leads_nowhere_else(string tool, string path)
    {
        try
        {
            Assert.DoesNotContain(Secret, await _tools.CallAsync(tool, [("path", path), .. WithPath[tool]]), StringComparison.Ordinal);
        }
        catch (ToolException refusal)
        {
            Assert.DoesNotContain(Secret, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../**")]
    [InlineData("../ws-evil/*")]
    [InlineData("/etc/*")]
    public async Task A_pattern_lists_nothing_outside(string pattern) =>
        Assert.DoesNotContain("secret", await _tools.CallAsync("list_files", ("pattern", pattern)), StringComparison.Ordinal);

    [Fact]
    public async Task Searching_everything_finds_nothing_behind_a_link_or_in_git() =>
        Assert.DoesNotContain(Secret, await _tools.CallAsync("search", ("pattern", "SECRET")), StringComparison.Ordinal);

    private static TheoryData<string, string> ForEveryTool(params string[] paths)
    {
        var cases = new TheoryData<string, string>();
        foreach (var tool in WithPath.Keys)
        {
            foreach (var path in paths)
            {
                cases.Add(tool, path);
            }
        }

        return cases;
    }
}
