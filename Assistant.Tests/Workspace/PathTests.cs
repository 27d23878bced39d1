using Assistant.Core.Settings;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Workspace;

public sealed class PathTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceFiles _files;

    public PathTests()
    {
        _files = _folder.Files();
        _folder.Write("src/A.cs", "class A;");
        File.WriteAllText(Path.Combine(_folder.Outside, "secret.txt"), "secret");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("src/A.cs", "src/A.cs")]
    [InlineData("./src//A.cs", "src/A.cs")]
    [InlineData("new/folder/B.cs", "new/folder/B.cs")]
    [InlineData(".gitignore", ".gitignore")]
    [InlineData(".github/a.yml", ".github/a.yml")]
    [InlineData("", "")]
    [InlineData(".", "")]
    public void A_relative_path_is_a_place_in_the_workspace(string path, string relative)
    {
        var place = _files.Resolve(path);

        Assert.Equal(relative, place.Relative);
        Assert.Equal(relative.Length == 0 ? _folder.Root : _folder.PathOf(relative), place.Full);
    }

    [Theory]
    [InlineData("../ws-evil/secret.txt")]
    [InlineData("src/../../ws-evil/secret.txt")]
    [InlineData("src/../A.cs")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData(@"src\A.cs")]
    [InlineData(".git")]
    [InlineData(".git/config")]
    [InlineData("src/.git/hooks/pre-commit")]
    [InlineData(".GIT/config")]
    [InlineData(".git./config")]
    [InlineData("GIT~1/config")]
    public void Any_other_path_is_refused(string path) => Assert.Throws<ToolException>(() => _files.Resolve(path));

    [Theory]
    [InlineData("out/secret.txt")]
    [InlineData("out")]
    [InlineData("out/new.txt")]
    [InlineData("file")]
    [InlineData("src/twice/secret.txt")]
    [InlineData("self")]
    public void A_link_is_not_followed_out_of_the_workspace(string path)
    {
        File.CreateSymbolicLink(_folder.PathOf("out"), "../ws-evil");
        File.CreateSymbolicLink(_folder.PathOf("file"), Path.Combine(_folder.Outside, "secret.txt"));
        File.CreateSymbolicLink(_folder.PathOf("src/twice"), "../out");
        File.CreateSymbolicLink(_folder.PathOf("self"), "self");

        Assert.Throws<ToolException>(() => _files.Resolve(path));
    }

    [Fact]
    public void A_link_within_the_workspace_is_the_place_it_leads_to()
    {
        File.CreateSymbolicLink(_folder.PathOf("sources"), "src");
        File.CreateSymbolicLink(_folder.PathOf("git"), ".git");

        Assert.Equal("src/A.cs", _files.Resolve("sources/A.cs").Relative);
        Assert.Throws<ToolException>(() => _files.Resolve("git/config"));
    }

    [Fact]
    public void What_is_the_assistants_own_is_refused_wherever_the_workspace_is()
    {
        var all = Path.GetDirectoryName(_folder.Root)!;
        var own = new OwnPlaces(new DataOptions { Data = _folder.Data }, contentRoot: _folder.Root);
        var files = new WorkspaceFiles(WorkspaceFolder.Open(all, isTrusted: false), own);

        Assert.Throws<ToolException>(() => files.Resolve("data/keys.xml"));
        Assert.Throws<ToolException>(() => files.Resolve("ws/appsettings.json"));
        Assert.Throws<ToolException>(() => files.Resolve("ws/appsettings.Development.json"));
        Assert.Equal("data/sample/A.cs", files.Resolve("data/sample/A.cs").Relative);
        Assert.Equal("ws/src/appsettings.json", files.Resolve("ws/src/appsettings.json").Relative);
    }

    [Fact]
    public async Task A_link_put_in_place_after_a_path_was_resolved_changes_nothing_outside()
    {
        var place = _files.Resolve("src/A.cs");
        var hash = await _files.HashOfAsync(place, CancellationToken.None);
        File.WriteAllText(Path.Combine(_folder.Outside, "A.cs"), "class A;");
        Directory.Delete(_folder.PathOf("src"), recursive: true);
        File.CreateSymbolicLink(_folder.PathOf("src"), _folder.Outside);

        await Assert.ThrowsAsync<ToolException>(() => _files.ReadAsync(place, CancellationToken.None));
        await Assert.ThrowsAsync<ToolException>(() => _files.TryWriteAsync(place, new byte[] { 1 }, hash, CancellationToken.None));
        await Assert.ThrowsAsync<ToolException>(() => _files.TryDeleteAsync(place, hash!, CancellationToken.None));

        Assert.Equal(["A.cs", "secret.txt"], Directory.GetFiles(_folder.Outside).Select(Path.GetFileName).Order());
        Assert.Equal("class A;", File.ReadAllText(Path.Combine(_folder.Outside, "A.cs")));
    }

    [Fact]
    public void Whatever_is_resolved_lies_in_the_workspace()
    {
        File.CreateSymbolicLink(_folder.PathOf("out"), _folder.Outside);
        File.CreateSymbolicLink(_folder.PathOf("src/up"), "..");
        File.CreateSymbolicLink(_folder.PathOf("src/far"), "../../ws-evil");
        var part = Gen.Elements("src", "A.cs", "out", "up", "far", "..", ".", "", ".git", ".Git", "ws-evil", "secret.txt", "\0", "\\", "…", " ");
        var paths = part.ListOf().Select(parts => string.Join('/', parts));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(paths.ToArbitrary(), LiesInside));
    }

    // Each step is looked at as the system itself would take it, with no links left.
    private bool LiesInside(string path)
    {
        try
        {
            var place = _files.Resolve(path);
            var steps = place.Relative.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var prefixes = steps.Select((_, index) => _folder.PathOf(string.Join('/', steps[..(index + 1)])));
            return place.Full == Path.Combine([_folder.Root, .. steps])
                && !steps.Any(step => step is ".." or "." || step.Contains(".git", StringComparison.OrdinalIgnoreCase))
                && prefixes.All(prefix => new FileInfo(prefix).LinkTarget is null);
        }
        catch (ToolException)
        {
            return true;
        }
    }
}
