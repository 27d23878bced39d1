using System.Text;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Tests.Installing;

namespace Assistant.Tests.Workspace.Checkpoints;

public sealed class CheckpointTests
{
    private static readonly TimeSpan GitTime = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_run_has_done_is_told_by_file(bool hasGit)
    {
        using var workspace = new ChangedWorkspace(hasGit);
        workspace.Folder.Write("src/a.cs", "one\ntwo\n");
        workspace.Folder.Write("src/gone.cs", "three\n");
        workspace.Folder.Write("src/same.cs", "four\n");

        await workspace.WriteAsync("src/a.cs", "one\n2\n");
        await workspace.WriteAsync("src/a.cs", "one\nII\n");
        await workspace.DeleteAsync("src/gone.cs");
        await workspace.WriteAsync("src/same.cs", "5\n");
        await workspace.WriteAsync("src/same.cs", "four\n");
        await workspace.WriteAsync("new/b.cs", "six\n");
        await workspace.WriteAsync("new/c.cs", "seven\n");
        await workspace.DeleteAsync("new/c.cs");

        Assert.Equal(
            [("new/b.cs", FileStatus.Added), ("src/a.cs", FileStatus.Modified), ("src/gone.cs", FileStatus.Deleted)],
            (await workspace.ChangesAsync()).Select(change => (change.Path, change.Status)));
        Assert.Equal(
            "--- a/src/a.cs\n+++ b/src/a.cs\n@@ -1,2 +1,2 @@\n one\n-two\n+II\n",
            (await workspace.ChangesAsync())[1].Diff);
        Assert.Equal(("three\n", null), ((await workspace.ChangesAsync())[2].Before, (await workspace.ChangesAsync())[2].After));
    }

    [Fact]
    public async Task Files_are_kept_byte_for_byte_whatever_their_attributes_say()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write(".gitattributes", "* text=auto eol=lf ident filter=evil working-tree-encoding=UTF-16\n");
        byte[][] contents = ["one\r\ntwo\r\n"u8.ToArray(), [0xEF, 0xBB, 0xBF, .. "$Id$ no end"u8], Encoding.Latin1.GetBytes("caf\u00e9\n"), [0, 1, 2, 255], []];
        var paths = contents.Select((content, index) => (Path: $" file {index} \"\u00e4\n.txt", Content: content)).ToList();
        paths.ForEach(file => workspace.Folder.Write(file.Path, file.Content));

        var checkpoint = await workspace.TakeAsync();
        paths.ForEach(file => workspace.Folder.Write(file.Path, "changed"));

        var saved = await workspace.Store.ReadAsync(checkpoint, [.. paths.Select(file => file.Path), "never.txt"], CancellationToken.None);
        Assert.NotNull(checkpoint.Tree);
        Assert.Equal(paths.Count, saved.Count);
        Assert.All(paths, file => Assert.Equal(file.Content, saved[file.Path].Content));
    }

    [Fact]
    public async Task All_files_are_kept_but_those_that_are_ignored_or_huge()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write(".gitignore", "*.log\n");
        workspace.Folder.Write("untracked.cs", "a");
        workspace.Folder.Write("ignored.log", "b");
        workspace.Folder.Write("huge.bin", new byte[WorkspaceLimits.EditableBytes + 1]);
        var first = await workspace.TakeAsync();
        File.Delete(workspace.Folder.PathOf("untracked.cs"));
        workspace.Folder.Write("later.cs", "c");

        var second = await workspace.TakeAsync();

        string[] paths = ["untracked.cs", "ignored.log", "huge.bin", "later.cs"];
        Assert.Equal(["untracked.cs"], (await workspace.Store.ReadAsync(first, paths, CancellationToken.None)).Keys);
        Assert.Equal(["later.cs"], (await workspace.Store.ReadAsync(second, paths, CancellationToken.None)).Keys);
    }

    [UnixFact]
    public async Task Nothing_of_the_workspace_is_run_and_its_own_repository_stays_as_it_is()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        var marker = Path.Combine(workspace.Folder.Outside, "ran");
        foreach (var repository in new[] { "", "nested" })
        {
            var root = Directory.CreateDirectory(workspace.Folder.PathOf(repository)).FullName;
            Assert.True(ShortProgram.Succeeds("git", ["-C", root, "init", "--quiet"], GitTime));
            foreach (var setting in new[] { "core.fsmonitor", "filter.evil.clean", "core.hooksPath" })
            {
                Assert.True(ShortProgram.Succeeds("git", ["-C", root, "config", setting, $"touch {marker}"], GitTime));
            }

            workspace.Folder.Write(Path.Combine(repository, ".gitattributes"), "* filter=evil\n");
            workspace.Folder.Write(Path.Combine(repository, "a.txt"), "text");
        }

        var checkpoint = await workspace.TakeAsync();
        workspace.Folder.Write("nested/a.txt", "changed");
        await workspace.TakeAsync();

        Assert.False(File.Exists(marker));
        Assert.False(File.Exists(workspace.Folder.PathOf(".git/index")));
        Assert.Equal("text"u8.ToArray(), (await workspace.Store.ReadAsync(checkpoint, ["nested/a.txt"], CancellationToken.None))["nested/a.txt"].Content);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("HEAD")]
    public async Task A_broken_repository_costs_no_edit_and_no_undo(string broken)
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("a.cs", "one\n");
        await workspace.TakeAsync();
        File.WriteAllText(Directory.GetFiles(workspace.Folder.Data, broken, SearchOption.AllDirectories).Single(path => path.EndsWith($"git/{broken}", StringComparison.Ordinal)), "broken");

        await workspace.WriteAsync("a.cs", "two\n");
        var undone = await workspace.UndoAsync(await workspace.FinishAsync());

        Assert.Equal(["a.cs"], undone.Restored);
        Assert.Equal("one\n", workspace.Read("a.cs"));
    }

    [Fact]
    public async Task A_git_that_was_ended_stands_in_nobody_s_way()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("a.cs", "one\n");
        await workspace.TakeAsync();
        var index = Directory.GetFiles(workspace.Folder.Data, "index", SearchOption.AllDirectories).Single();
        File.WriteAllText($"{index}.lock", "");

        Assert.NotNull((await workspace.TakeAsync()).Tree);
    }

    [Fact]
    public async Task Runs_in_one_workspace_take_turns()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("a.cs", "one\n");

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => workspace.TakeAsync()));

        Assert.All(taken, checkpoint => Assert.NotNull(checkpoint.Tree));
    }
}
