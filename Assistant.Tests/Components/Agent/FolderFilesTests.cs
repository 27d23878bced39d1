using Assistant.Web.Components.Agent;
using Bunit;

namespace Assistant.Tests.Components.Agent;

public sealed class FolderFilesTests : BunitContext
{
    private readonly List<string> _opened = [];

    [Fact]
    public void A_tree_has_its_folders_and_their_files_in_the_order_of_their_names()
    {
        var tree = FolderTree.Of(["b.md", "src/Deep/z.cs", "A.md", "src/a.cs", "tests/t.cs"]);

        Assert.Equal(["A.md", "b.md"], tree.Files);
        Assert.Equal([("src", "src"), ("tests", "tests")], tree.Folders.Select(folder => (folder.Name, folder.Path)));
        Assert.Equal(["src/a.cs"], tree.Folders[0].Files);
        var deep = Assert.Single(tree.Folders[0].Folders);
        Assert.Equal(("Deep", "src/Deep"), (deep.Name, deep.Path));
        Assert.Equal(["src/Deep/z.cs"], deep.Files);
    }

    [Fact]
    public void No_files_are_an_empty_tree()
    {
        var tree = FolderTree.Of([]);

        Assert.Empty(tree.Files);
        Assert.Empty(tree.Folders);
    }

    [Fact]
    public void Files_are_buttons_with_their_whole_path_that_show_only_their_name()
    {
        var files = Show(["src/a.cs", "b.md"]);

        Assert.Equal([("Open src/a.cs", "a.cs"), ("Open b.md", "b.md")], files.All("button").Select(file => (file.AccessibleName(), file.TextContent.Trim())));
        Assert.Equal("src", files.Find("details > summary").TextContent);
    }

    [Fact]
    public void A_changed_file_is_marked_for_eyes_and_ears()
    {
        var files = Show(["a.cs", "b.cs"], changed: ["b.cs"]);

        Assert.Equal(["Open a.cs", "Open b.cs, changed"], files.All("button").Select(file => file.AccessibleName()));
        Assert.Equal("true", Assert.Single(files.FindAll(".mark")).GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Folders_are_unfolded_at_the_top_and_wherever_a_changed_file_lies()
    {
        var files = Show(["src/Deep/Deeper/z.cs", "src/Other/a.cs"], changed: ["src/Deep/Deeper/z.cs"]);

        Assert.Equal(
            [("src", true), ("Deep", true), ("Deeper", true), ("Other", false)],
            files.FindAll("details").Select(folder => (folder.QuerySelector("summary")!.TextContent, folder.HasAttribute("open"))));
    }

    [Fact]
    public async Task Pressing_a_file_opens_it()
    {
        var files = Show(["src/a.cs", "b.md"]);

        await files.PressAsync("Open src/a.cs");

        Assert.Equal(["src/a.cs"], _opened);
    }

    [Fact]
    public void The_open_file_is_the_current_one() =>
        Assert.Equal("Open src/a.cs", Assert.Single(Show(["src/a.cs", "b.md"], open: "src/a.cs").FindAll("[aria-current=true]")).AccessibleName());

    private IRenderedComponent<FolderFiles> Show(string[] paths, string[]? changed = null, string? open = null) => Render<FolderFiles>(parameters => parameters
        .Add(files => files.Folder, FolderTree.Of(paths))
        .Add(files => files.Changed, (changed ?? []).ToHashSet())
        .Add(files => files.Open, open)
        .Add(files => files.OnOpen, _opened.Add));
}
