using Assistant.Core;
using Assistant.Core.Workspace.Checkpoints;

namespace Assistant.Tests.Workspace.Checkpoints;

public sealed class UndoTests
{
    public static TheoryData<bool> Git => [true, false];

    [Theory]
    [MemberData(nameof(Git))]
    public async Task Everything_is_as_it_was_also_after_a_restart(bool hasGit)
    {
        using var workspace = new ChangedWorkspace(hasGit);
        workspace.Folder.Write("a.cs", "one\r\n");
        workspace.Folder.Write("src/gone.cs", "three\n");
        workspace.Folder.Write(".gitignore", "*.log\n");
        workspace.Folder.Write("ignored.log", "four\n");
        await workspace.WriteAsync("a.cs", "2\n");
        await workspace.WriteAsync("ignored.log", "5\n");
        await workspace.DeleteAsync("src/gone.cs");
        Directory.Delete(workspace.Folder.PathOf("src"));
        await workspace.WriteAsync("new/b.cs", "six\n");
        var id = await workspace.FinishAsync();
        workspace.Restart();

        var undone = await workspace.UndoAsync(id);

        Assert.Equal(["a.cs", "ignored.log", "new/b.cs", "src/gone.cs"], undone.Restored);
        Assert.Empty(undone.Refused);
        Assert.Equal(("one\r\n", "four\n", "three\n"), (workspace.Read("a.cs"), workspace.Read("ignored.log"), workspace.Read("src/gone.cs")));
        Assert.False(workspace.Has("new/b.cs"));
    }

    [Fact]
    public async Task What_somebody_changed_later_is_refused_and_named()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("a.cs", "one\n");
        workspace.Folder.Write("b.cs", "one\n");
        workspace.Folder.Write("c.cs", "one\n");
        workspace.Folder.Write("d.cs", "one\n");
        await workspace.WriteAsync("a.cs", "two\n");
        await workspace.WriteAsync("b.cs", "two\n");
        await workspace.DeleteAsync("c.cs");
        await workspace.WriteAsync("d.cs", "two\n");
        await workspace.WriteAsync("e.cs", "two\n");
        var id = await workspace.FinishAsync();
        workspace.Folder.Write("a.cs", "mine\n");
        File.Delete(workspace.Folder.PathOf("b.cs"));
        workspace.Folder.Write("c.cs", "mine\n");
        workspace.Folder.Write("e.cs", "mine\n");

        var undone = await workspace.UndoAsync(id);

        Assert.Equal(["d.cs"], undone.Restored);
        Assert.Equal(
            [
                new("a.cs", "was changed after the run."), new("b.cs", "was deleted after the run."),
                new("c.cs", "was made anew after the run."), new("e.cs", "was changed after the run."),
            ],
            undone.Refused);
        Assert.Equal(("mine\n", "mine\n", "one\n", "mine\n"), (workspace.Read("a.cs"), workspace.Read("c.cs"), workspace.Read("d.cs"), workspace.Read("e.cs")));
        Assert.False(workspace.Has("b.cs"));
    }

    [Theory]
    [MemberData(nameof(Git))]
    public async Task What_a_person_did_between_the_checkpoint_and_the_first_edit_of_a_file_is_not_lost(bool hasGit)
    {
        using var workspace = new ChangedWorkspace(hasGit);
        workspace.Folder.Write("b.cs", "one\n");
        await workspace.WriteAsync("a.cs", "one\n");
        workspace.Folder.Write("b.cs", "mine\n");
        await workspace.WriteAsync("b.cs", "two\n");

        await workspace.UndoAsync(await workspace.FinishAsync());

        Assert.Equal("mine\n", workspace.Read("b.cs"));
    }

    [UnixFact]
    public async Task Permissions_come_back_too()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        var modes = new Dictionary<string, UnixFileMode>
        {
            ["run.sh"] = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute,
            ["secret.txt"] = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        foreach (var (path, mode) in modes)
        {
#pragma warning disable CA1416 // A Unix test.
            File.SetUnixFileMode(workspace.Folder.Write(path, "x"), mode);
#pragma warning restore CA1416
            await workspace.DeleteAsync(path);
        }

        await workspace.UndoAsync(await workspace.FinishAsync());

        Assert.All(modes, file => Assert.Equal(file.Value, new FileInfo(workspace.Folder.PathOf(file.Key)).UnixFileMode));
    }

    [UnixFact]
    public async Task No_link_is_followed_to_put_something_back()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("src/a.cs", "one\n");
        workspace.Folder.Write("b.cs", "one\n");
        workspace.Folder.Write("c.cs", "other\n");
        await workspace.WriteAsync("src/a.cs", "two\n");
        await workspace.WriteAsync("b.cs", "two\n");
        var id = await workspace.FinishAsync();
        Directory.Delete(workspace.Folder.PathOf("src"), recursive: true);
        Directory.CreateSymbolicLink(workspace.Folder.PathOf("src"), workspace.Folder.Outside);
        File.WriteAllText(Path.Combine(workspace.Folder.Outside, "a.cs"), "two\n");
        File.Delete(workspace.Folder.PathOf("b.cs"));
        File.CreateSymbolicLink(workspace.Folder.PathOf("b.cs"), workspace.Folder.PathOf("c.cs"));

        var undone = await workspace.UndoAsync(id);

        Assert.Empty(undone.Restored);
        Assert.Equal(["b.cs", "src/a.cs"], undone.Refused.Select(refusal => refusal.Path));
        Assert.Equal(("two\n", "other\n"), (File.ReadAllText(Path.Combine(workspace.Folder.Outside, "a.cs")), workspace.Read("c.cs")));
    }

    [Fact]
    public async Task Only_what_is_named_is_put_back_and_only_once()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        await workspace.WriteAsync("a.cs", "one\n");
        await workspace.WriteAsync("b.cs", "one\n");
        var id = await workspace.FinishAsync();

        Assert.Equal(["a.cs"], (await workspace.UndoAsync(id, "a.cs")).Restored);
        Assert.Equal([new("a.cs", "is put back already."), new("x.cs", "was not changed by this run.")], (await workspace.UndoAsync(id, "a.cs", "x.cs")).Refused);
        Assert.Equal(["b.cs"], (await workspace.UndoAsync(id)).Restored);
        Assert.Equal([RunFileState.Undone, RunFileState.Undone], (await workspace.Runs.FindAsync(Owner.Local, id, CancellationToken.None))!.Files.Select(file => file.State));
    }

    [Fact]
    public async Task What_was_kept_stays_unless_it_is_named()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        await workspace.WriteAsync("a.cs", "one\n");
        await workspace.WriteAsync("b.cs", "one\n");
        var id = await workspace.FinishAsync();

        await workspace.Runs.KeepAsync(Owner.Local, id, ["a.cs"], CancellationToken.None);

        Assert.Equal(["b.cs"], (await workspace.UndoAsync(id)).Restored);
        Assert.Equal(["a.cs"], (await workspace.UndoAsync(id, "a.cs")).Restored);
    }

    [Fact]
    public async Task A_workspace_that_is_gone_is_not_made_again()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        workspace.Folder.Write("a.cs", "one\n");
        await workspace.DeleteAsync("a.cs");
        var id = await workspace.FinishAsync();
        Directory.Delete(workspace.Folder.Root, recursive: true);

        Assert.Equal([new("a.cs", "cannot be put back: its workspace is gone.")], (await workspace.UndoAsync(id)).Refused);
        Assert.False(Directory.Exists(workspace.Folder.Root));
    }

    [Fact]
    public async Task Runs_are_listed_with_their_conversation_and_belong_to_their_owner()
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        await workspace.WriteAsync("a.cs", "one\n");
        var id = await workspace.FinishAsync(conversationId: "../talk");
        var other = await workspace.FinishAsync();
        workspace.Restart();

        var run = Assert.Single(await workspace.Runs.ListAsync(Owner.Local, "../talk", CancellationToken.None));

        Assert.Equal((id, "a task", "../talk", workspace.Folder.Root), (run.Id, run.Task, run.ConversationId, run.Root));
        Assert.Equal(("a.cs", FileStatus.Added, "--- a/a.cs\n+++ b/a.cs\n@@ -0,0 +1,1 @@\n+one\n"), (run.Files[0].Path, run.Files[0].Status, run.Files[0].Diff));
        Assert.Equal("one\n", (await workspace.Runs.ChangesAsync(run, CancellationToken.None))["a.cs"].After);
        Assert.Equal(other, Assert.Single(await workspace.Runs.ListAsync(Owner.Local, null, CancellationToken.None)).Id);
        Assert.Empty(await workspace.Runs.ListAsync(new Owner("somebody else"), "../talk", CancellationToken.None));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("../../index")]
    [InlineData("*")]
    public async Task A_run_that_is_not_there_cannot_be_undone(string id)
    {
        using var workspace = new ChangedWorkspace(hasGit: true);
        await workspace.WriteAsync("a.cs", "one\n");
        var real = await workspace.FinishAsync();

        await Assert.ThrowsAsync<AgentRunNotFoundException>(() => workspace.UndoAsync(id));
        await Assert.ThrowsAsync<AgentRunNotFoundException>(() => workspace.Runs.UndoAsync(new Owner("somebody else"), real, null, CancellationToken.None));
    }
}
