using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Workspace;

/// <summary>The judge is git itself: what it ignores is not listed, and everything else is.</summary>
public sealed class IgnoringTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public IgnoringTests() => Git("init", "-q");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.log", "a.log", "src/a.log", "a.logs")]
    [InlineData("/a.txt", "a.txt", "src/a.txt")]
    [InlineData("src/*.txt", "src/a.txt", "src/deep/a.txt", "x/src/a.txt")]
    [InlineData("docs/", "docs/a", "x/docs/b", "y/docs")]
    [InlineData("*.txt\n!keep.txt\n", "a.txt", "keep.txt", "x/keep.txt")]
    [InlineData("docs/\n!docs/a", "docs/a")]
    [InlineData("docs/*\n!docs/a", "docs/a", "docs/b")]
    [InlineData("a/**/z", "a/z", "a/b/z", "a/b/c/z", "b/a/z")]
    [InlineData("**/z/y", "z/y", "a/z/y", "a/z/x/y")]
    [InlineData("a/**", "a/b", "a/b/c", "b/a/c", "x")]
    [InlineData("a**b", "ab", "axxb", "x/a1b", "a/b")]
    [InlineData("# no\n\\#yes\n\\!yes\n", "# no", "#yes", "!yes")]
    [InlineData("a \nb\\ \n", "a", "a ", "b", "b ")]
    [InlineData("[a-c]?\r\n[!x]z\r\n[[:digit:]]\r\n[]]q\r\n", "a1", "d1", "xz", "yz", "7", "]q")]
    [InlineData("[a\n*.[oa]\n\\", "[a", "b.o", "b.a", "b.oa", "\\")]
    [InlineData("*a*b*c", "xaxbxc", "abcabd", "cab")]
    [InlineData("\uFEFF*.log", "a.log")]
    public void A_line_ignores_what_it_ignores_for_git(string ignore, params string[] paths) => Compare([("", ignore)], paths);

    [Fact]
    public void A_file_deeper_down_decides_first() =>
        Compare(
            [("", "*.txt\nout/\n"), ("src", "!a.txt\n/b.md\n"), ("src/deep", "*.txt\n!/c.md\n")],
            ["a.txt", "src/a.txt", "src/b.txt", "src/b.md", "src/deep/a.txt", "src/deep/b.md", "src/deep/c.md", "src/out/x", "deep/b.md"]);

    [Fact]
    public void Any_file_ignores_what_it_ignores_for_git()
    {
        var name = Gen.Elements("a", "b", "ab", "a.b", "*", "*.b", "a*", "?", "[ab]", "[!a]b", "**", "\\a", "a?", "*a*");
        var line = from negated in Gen.Elements("", "", "", "!")
                   from start in Gen.Elements("", "", "/", "**/")
                   from names in Gen.NonEmptyListOf(name)
                   from end in Gen.Elements("", "", "/", "/**", " ")
                   select negated + start + string.Join('/', names.Take(3)) + end;
        var file = line.ListOf().Select(lines => string.Join('\n', lines));
        var path = Gen.NonEmptyListOf(Gen.Elements("a", "b", "ab", "a.b", "aab")).Select(names => string.Join('/', names.Take(4)) + "/f");
        var cases = from root in file
                    from below in file
                    from paths in path.ListOf()
                    select (root, below, paths);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(cases.ToArbitrary(), one => Compare([("", one.root), ("a", one.below)], [.. one.paths, "a/f", "b/a"])));
    }

    [Theory]
    [InlineData("", "src/A.cs")]
    [InlineData("!bin/\n!.git", "bin/A.cs,src/A.cs")]
    public void What_nobody_wrote_is_left_out_unless_a_file_asks_for_it(string ignore, string listed)
    {
        foreach (var path in (string[])["src/A.cs", "bin/A.cs", "src/obj/A.cs", "web/node_modules/a/b.js", ".git/config", "src/.git"])
        {
            _folder.Write(path, "x");
        }

        File.WriteAllText(_folder.PathOf(".gitignore"), ignore);

        Assert.Equal(listed.Split(','), Listed().Where(path => path != ".gitignore"));
    }

    [Fact]
    public void A_folder_that_is_ignored_is_shown_to_who_asks_for_it()
    {
        _folder.Write("obj/Debug/Made.cs", "x");

        Assert.Equal(["obj/Debug/Made.cs"], Listed("obj"));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        _folder.Write("src/A.cs", "x");
        File.WriteAllText(Path.Combine(_folder.Outside, ".gitignore"), "*");
        Directory.CreateSymbolicLink(_folder.PathOf("src/loop"), _folder.Root);
        File.CreateSymbolicLink(_folder.PathOf("src/B.cs"), "A.cs");
        File.CreateSymbolicLink(_folder.PathOf(".gitignore"), Path.Combine(_folder.Outside, ".gitignore"));

        Assert.Equal(["src/A.cs"], Listed());
    }

    private bool Compare((string Folder, string Text)[] ignores, string[] paths)
    {
        Directory.Delete(_folder.Root, recursive: true);
        Directory.CreateDirectory(_folder.Root);
        foreach (var path in paths.Where(path => !Directory.Exists(_folder.PathOf(path)) && !HasFileAbove(path)))
        {
            _folder.Write(path, "x");
        }

        foreach (var (folder, text) in ignores.Where(ignore => !File.Exists(_folder.PathOf(ignore.Folder))))
        {
            _folder.Write(Path.Combine(folder, ".gitignore"), text);
        }

        Assert.Equal(ListedByGit(), Listed().Where(path => !path.EndsWith(".gitignore", StringComparison.Ordinal)));
        return true;
    }

    private bool HasFileAbove(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Any(count => File.Exists(_folder.PathOf(string.Join('/', parts[..count]))));
    }

    private IEnumerable<string> Listed(string folder = "")
    {
        var files = _folder.Files();
        return files.List(files.Resolve(folder)).Select(file => file.Path).Order(StringComparer.Ordinal);
    }

    private IEnumerable<string> ListedByGit() =>
        Git("ls-files", "-z", "--others", "--exclude-per-directory=.gitignore")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => !path.EndsWith(".gitignore", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private string Git(params string[] arguments)
    {
        string[] all = [$"--git-dir={_folder.Outside}", $"--work-tree={_folder.Root}", .. arguments];
        var start = new ProcessStartInfo("git", all) { WorkingDirectory = _folder.Root, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
