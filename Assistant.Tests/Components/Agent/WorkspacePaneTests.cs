using Assistant.Core;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Testing;
using Assistant.Core.Workspace.Testing.Running;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace;
using Assistant.Web.Components.Agent;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Agent;

public sealed class WorkspacePaneTests : BunitContext
{
    private const string Agreement = "Run its tests without a sandbox";

    private readonly TestFolder _folder = new();

    public WorkspacePaneTests()
    {
        _folder.Write("src/a.cs", "class A;\n");
        _folder.Write("b.md", "# B\n");
        Services.AddSingleton<IJSRuntime>(new FakeBrowser());
    }

    [Fact]
    public void The_files_are_listed_and_it_is_said_that_nothing_is_run_without_trust()
    {
        var pane = Show();

        pane.WaitForAssertion(() => Assert.Equal(["Open src/a.cs", "Open b.md"], FileNames(pane)));
        Assert.StartsWith("This workspace is not trusted, so nothing in it is run.", pane.Find(".trust").TextContent, StringComparison.Ordinal);
        Assert.False(pane.Has("button", Agreement));
    }

    [Fact]
    public async Task Where_there_is_no_sandbox_tests_run_only_after_a_person_agreed()
    {
        var pane = Show(isTrusted: true);
        pane.WaitForAssertion(() => Assert.True(pane.Has("button", Agreement)));

        await pane.PressAsync(Agreement);

        pane.WaitForAssertion(() => Assert.Equal("Trusted: its tests run with make test, without a sandbox.", pane.Find(".trust").TextContent));
        Assert.False(pane.Has("button", Agreement));
        Assert.True(Services.GetRequiredService<AgreedWorkspaces>().Hold(Selection.Current));
    }

    [Fact]
    public async Task Who_may_not_choose_agrees_to_nothing_and_stays_where_they_are()
    {
        Directory.CreateDirectory(_folder.PathOf("inner"));
        var pane = Show(isTrusted: true, canChoose: false);
        pane.WaitForAssertion(() => Assert.True(pane.Has("button", Agreement)));

        Assert.True(pane.One("button", Agreement).HasAttribute("disabled"));
        Assert.True(pane.One("combobox").HasAttribute("disabled"));
        await pane.InvokeAsync(() => pane.One("combobox").Change(_folder.PathOf("inner")));
        await pane.PressAsync(Agreement);

        Assert.Equal(_folder.Root, Selection.Current.Root);
        Assert.False(Services.GetRequiredService<AgreedWorkspaces>().Hold(Selection.Current));
    }

    [Fact]
    public async Task Another_folder_is_picked_and_its_files_take_the_place_of_those_before()
    {
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(2, FileNames(pane).Count()));
        await pane.PressAsync("Open b.md");
        pane.WaitForAssertion(() => Assert.Single(pane.FindComponents<CodeView>()));

        await ChooseAsync(pane, _folder.PathOf("src"));

        pane.WaitForAssertion(() => Assert.Equal(["Open a.cs"], FileNames(pane)));
        Assert.Equal(_folder.PathOf("src"), Selection.Current.Root);
        Assert.Empty(pane.FindComponents<CodeView>());
    }

    [Fact]
    public async Task A_folder_that_may_not_be_picked_is_refused_in_a_sentence_and_nothing_changes()
    {
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(2, FileNames(pane).Count()));

        await ChooseAsync(pane, _folder.Outside);

        pane.WaitForAssertion(() => Assert.Equal("That folder is not beneath one of Assistant:Workspace:AllowedRoots.", pane.One("alert").TextContent));
        Assert.Equal(_folder.Root, Selection.Current.Root);
        Assert.Equal(_folder.Root, pane.One("combobox").GetAttribute("value"));
        Assert.Equal(["Open src/a.cs", "Open b.md"], FileNames(pane));
    }

    [Fact]
    public async Task A_folder_that_is_picked_elsewhere_is_shown_here_too()
    {
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(2, FileNames(pane).Count()));

        await pane.InvokeAsync(() => Selection.Choose(Owner.Local, _folder.PathOf("src")));

        pane.WaitForAssertion(() => Assert.Equal(["Open a.cs"], FileNames(pane)));
        Assert.Equal(_folder.PathOf("src"), pane.One("combobox").GetAttribute("value"));
    }

    [Fact]
    public void Files_that_runs_changed_here_are_marked_until_they_are_put_back()
    {
        var pane = Show(runs: [Run("one", File("b.md"), File("src/a.cs", RunFileState.Undone)), Run("other", File("src/a.cs")) with { Checkpoint = new Checkpoint("other", _folder.Outside, null) }]);

        pane.WaitForAssertion(() => Assert.Equal(["Open src/a.cs", "Open b.md, changed"], FileNames(pane)));
    }

    [Fact]
    public async Task A_file_opens_and_closes()
    {
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(2, FileNames(pane).Count()));

        await pane.PressAsync("Open src/a.cs");
        pane.WaitForAssertion(() => Assert.Equal("class A;\n", pane.FindComponent<CodeView>().Instance.Text));
        Assert.Equal("src/a.cs", pane.Find(".path").TextContent);

        await pane.PressAsync("Close file");
        Assert.Empty(pane.FindComponents<CodeView>());
    }

    [Fact]
    public async Task The_open_file_is_shown_as_each_run_left_it()
    {
        var pane = Show(runs: [Run("one", File("b.md"))]);
        pane.WaitForAssertion(() => Assert.Equal(2, FileNames(pane).Count()));
        await pane.PressAsync("Open b.md, changed");
        pane.WaitForAssertion(() => Assert.Equal("# B\n", pane.FindComponent<CodeView>().Instance.Text));

        _folder.Write("b.md", "# Better\n");
        pane.Render(parameters => parameters.Add(pane => pane.Runs, [Run("one", File("b.md")), Run("two", File("b.md"))]));

        pane.WaitForAssertion(() => Assert.Equal("# Better\n", pane.FindComponent<CodeView>().Instance.Text));
    }

    [Fact]
    public async Task A_file_without_text_says_so_and_one_that_is_gone_is_closed()
    {
        _folder.Write("picture.png", [0x89, 0x50, 0x00, 0x01]);
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(3, FileNames(pane).Count()));

        await pane.PressAsync("Open picture.png");
        pane.WaitForAssertion(() => Assert.Equal("This file holds no text.", pane.FindComponent<CodeView>().Instance.Text));

        System.IO.File.Delete(_folder.PathOf("b.md"));
        await pane.PressAsync("Open b.md");
        pane.WaitForAssertion(() => Assert.Empty(pane.FindComponents<CodeView>()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_a_sentence()
    {
        _folder.Write("large.txt", new byte[WorkspaceLimits.EditableBytes + 1]);
        var pane = Show();
        pane.WaitForAssertion(() => Assert.Equal(3, FileNames(pane).Count()));

        await pane.PressAsync("Open large.txt");

        pane.WaitForAssertion(() => Assert.StartsWith("large.txt is larger than", pane.One("alert").TextContent, StringComparison.Ordinal));
        Assert.Empty(pane.FindComponents<CodeView>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }

    private WorkspaceSelection Selection => Services.GetRequiredService<WorkspaceSelection>();

    private IRenderedComponent<WorkspacePane> Show(bool isTrusted = false, bool canChoose = true, IReadOnlyList<AgentRun>? runs = null)
    {
        Services
            .AddCore(
                new ScriptedModel([]),
                new ManualTime(),
                ("Assistant:Data", _folder.Data),
                ("Assistant:Workspace:Root", _folder.Root),
                ("Assistant:Workspace:Trusted", isTrusted.ToString()),
                ("Assistant:Workspace:TestCommand", "make test"))
            .AddSingleton(Owner.Local)
            .AddSingleton(new Bubblewrap(new DataOptions { Data = _folder.Data }, null));
        return Render<WorkspacePane>(parameters => parameters.Add(pane => pane.Runs, runs ?? []).Add(pane => pane.CanChoose, canChoose));
    }

    private static Task ChooseAsync(IRenderedComponent<WorkspacePane> pane, string folder) => pane.InvokeAsync(() => pane.One("combobox").Change(folder));

    private static IEnumerable<string> FileNames(IRenderedComponent<WorkspacePane> pane) => pane.FindAll("[aria-label=Files] button").Select(file => file.AccessibleName());

    private AgentRun Run(string id, params RunFile[] files) => new(id, null, "a task", DateTimeOffset.UnixEpoch, new Checkpoint(id, _folder.Root, null), files);

    private static RunFile File(string path, RunFileState state = RunFileState.Open) => new(path, FileStatus.Modified, "hash", "diff", state);
}
