using Assistant.Core.Agent;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class RunResultTests : BunitContext
{
    private readonly FakeBrowser _browser = new();
    private readonly List<string> _done = [];
    private IReadOnlyList<string> _refusals = [];

    public RunResultTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Theory]
    [InlineData(AgentOutcome.Verified, "Verified.")]
    [InlineData(AgentOutcome.NotVerified, "Not verified.")]
    [InlineData(AgentOutcome.Failed, "Failed.")]
    [InlineData(AgentOutcome.Stopped, "Stopped.")]
    [InlineData(AgentOutcome.Limit, "Ended at a limit.")]
    public void What_was_changed_has_a_verdict_in_words(string outcome, string words)
    {
        var verdict = Show(Run(outcome, File("a.cs"))).Find(".verdict");

        Assert.Equal($"{words} It rests on dotnet test.", verdict.TextContent);
        Assert.Equal(outcome, verdict.GetAttribute("data-outcome"));
        Assert.Equal("dotnet test", verdict.QuerySelector("code")!.TextContent);
    }

    [Theory]
    [InlineData(AgentOutcome.NotVerified, false)]
    [InlineData(AgentOutcome.Failed, true)]
    [InlineData(AgentOutcome.Stopped, true)]
    [InlineData(AgentOutcome.Limit, true)]
    public void Where_nothing_was_changed_only_an_end_before_its_time_is_told(string outcome, bool isTold)
    {
        var result = Show(Run(outcome));

        Assert.Equal(isTold, result.FindAll(".verdict").Count == 1);
        Assert.False(result.Has("region"));
    }

    [Fact]
    public void Each_changed_file_can_be_kept_and_undone_by_its_path_and_so_can_all()
    {
        var result = Show(Run(AgentOutcome.Verified, File("src/a.cs"), File("b.cs", FileStatus.Added), File("c.cs", FileStatus.Deleted)));

        result.One("region", "Changes");
        Assert.Equal(
            ["Keep all", "Undo all", "Keep src/a.cs", "Undo src/a.cs", "Keep b.cs", "Undo b.cs", "Keep c.cs", "Undo c.cs"],
            result.All("button").Select(button => button.AccessibleName()));
        Assert.Equal(["modified", "added", "deleted"], result.FindAll(".status").Select(status => status.TextContent));
    }

    [Fact]
    public void Each_changed_file_is_shown_beside_how_it_was()
    {
        var views = Show(Run(AgentOutcome.Verified, File("a.cs"), File("new.cs", FileStatus.Added))).FindComponents<CodeView>();

        Assert.Equal(
            [("a.cs", "before a.cs", "after a.cs"), ("new.cs", "", "after new.cs")],
            views.Select(view => (view.Instance.Path, view.Instance.Original!, view.Instance.Text)));
    }

    [Fact]
    public async Task A_button_decides_about_its_own_file_or_about_all_that_are_open()
    {
        var result = Show(Run(AgentOutcome.Verified, File("a.cs"), File("b.cs")));

        foreach (var button in new[] { "Keep a.cs", "Undo b.cs", "Keep all", "Undo all" })
        {
            await result.PressAsync(button);
        }

        Assert.Equal(["keep a.cs", "undo b.cs", "keep all", "undo all"], _done);
    }

    [Fact]
    public async Task While_one_thing_is_decided_nothing_else_can_be()
    {
        var deciding = new TaskCompletionSource();
        var result = Show(Run(AgentOutcome.Verified, File("a.cs")), deciding.Task);

        var pressing = result.PressAsync("Undo a.cs");
        Assert.All(result.All("button"), button => Assert.True(button.HasAttribute("disabled")));
        deciding.SetResult();
        await pressing;

        Assert.All(result.All("button"), button => Assert.False(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task What_was_not_put_back_is_said_until_something_else_is_decided()
    {
        var result = Show(Run(AgentOutcome.Verified, File("a.cs"), File("b.cs")));
        _refusals = ["a.cs was changed after the run.", "b.cs was deleted after the run."];

        await result.PressAsync("Undo all");
        Assert.Equal(_refusals, result.All("alert").Select(alert => alert.TextContent));

        await result.PressAsync("Keep a.cs");
        Assert.False(result.Has("alert"));
    }

    [Fact]
    public void What_is_decided_is_not_asked_again()
    {
        var result = Show(Run(AgentOutcome.Verified, File("kept.cs", state: RunFileState.Kept), File("undone.cs", state: RunFileState.Undone)));

        Assert.False(result.Has("button"));
        Assert.Equal(["modified, kept", "undone"], result.FindAll(".status").Select(status => status.TextContent));
        Assert.Equal("kept.cs", Assert.Single(result.FindComponents<CodeView>()).Instance.Path);
    }

    [Fact]
    public void What_it_did_can_be_unfolded_with_the_time_of_each_call()
    {
        var report = Report(AgentOutcome.NotVerified) with
        {
            Steps = [new RunStep("read_file", "a.cs", TimeSpan.FromMilliseconds(3), false), new RunStep("edit_file", "b.cs", TimeSpan.FromMilliseconds(1200), true)],
        };
        var result = Show(Run(AgentOutcome.NotVerified) with { Report = report });

        Assert.Equal("What it did", result.Find("details > summary").TextContent);
        Assert.False(result.Find("details").HasAttribute("open"));
        Assert.Equal(["read_file a.cs 3.0 ms", "edit_file b.cs 1.20 s, refused"], result.All("listitem").Select(step => step.TextContent));
    }

    private static AgentRun Run(string outcome, params RunFile[] files) =>
        new("run", "conversation", "a task", DateTimeOffset.UnixEpoch, new Checkpoint("checkpoint", "/ws", null), files) { Report = Report(outcome) };

    private static RunReport Report(string outcome) => new(outcome, "It rests on `dotnet test`.", null, 3, []);

    private static RunFile File(string path, FileStatus status = FileStatus.Modified, RunFileState state = RunFileState.Open) => new(path, status, "hash", "diff", state);

    private static FileChange ChangeOf(RunFile file) => new(
        file.Path,
        file.Status,
        file.Status == FileStatus.Added ? null : $"before {file.Path}",
        file.Status == FileStatus.Deleted ? null : $"after {file.Path}",
        file.Left);

    private IRenderedComponent<RunResult> Show(AgentRun run, Task? until = null) => Render<RunResult>(parameters => parameters
        .Add(result => result.Run, run)
        .Add(result => result.Actions, new RunActions(
            shown => Task.FromResult<IReadOnlyDictionary<string, FileChange>>(shown.Files.Select(ChangeOf).ToDictionary(change => change.Path)),
            (_, paths) => DecideAsync("keep", paths, until),
            async (_, paths) =>
            {
                await DecideAsync("undo", paths, until);
                return _refusals;
            })));

    private Task DecideAsync(string what, IReadOnlyCollection<string>? paths, Task? until)
    {
        _done.Add($"{what} {(paths is null ? "all" : string.Join(", ", paths))}");
        return until ?? Task.CompletedTask;
    }
}
