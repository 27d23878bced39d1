using System.Text;
using Assistant.Core.Workspace;

namespace Assistant.Tests.Workspace;

public sealed class EditingTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceRun _run;
    private readonly ToolCaller _tools;

    public EditingTests()
    {
        _run = _folder.Run();
        _tools = new ToolCaller(_run);
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_was_read_can_be_edited_again_and_again()
    {
        _folder.Write("src/A.cs", "class A\n{\n    int a;\n}\n");

        await ReadAsync("src/A.cs");
        var first = await EditAsync("src/A.cs", "int a;", "int b;");
        var second = await EditAsync("src/A.cs", "int b;\n}", "int c;\n}\n// $&");

        Assert.Equal("Edited src/A.cs at line 3.", first);
        Assert.Equal("Edited src/A.cs at line 3.", second);
        Assert.Equal("class A\n{\n    int c;\n}\n// $&\n", Text("src/A.cs"));
        Assert.Equal(["src/A.cs"], _run.Touched);
    }

    [Fact]
    public async Task A_file_that_was_not_read_is_shown_before_it_is_changed()
    {
        _folder.Write("a.txt", "one\ntwo\n");

        var refused = await _tools.RefusedAsync("edit_file", ("path", "a.txt"), ("oldText", "one"), ("newText", "1"));
        Assert.Equal("a.txt was not read yet, so nothing was done. This is how it reads now:\n1\tone\n2\ttwo", refused);
        Assert.Equal("one\ntwo\n", Text("a.txt"));
        Assert.Empty(_run.Touched);

        await EditAsync("a.txt", "one", "1");
        Assert.Equal("1\ntwo\n", Text("a.txt"));
    }

    [Theory]
    [InlineData("edit_file")]
    [InlineData("write_file")]
    [InlineData("delete_file")]
    public async Task A_file_that_somebody_changed_after_it_was_read_is_left_alone(string tool)
    {
        _folder.Write("a.txt", "one\n");
        await ReadAsync("a.txt");
        _folder.Write("a.txt", "mine\n");

        (string, object?)[] arguments = tool switch
        {
            "edit_file" => [("path", "a.txt"), ("oldText", "one"), ("newText", "two")],
            "write_file" => [("path", "a.txt"), ("content", "two")],
            _ => [("path", "a.txt")],
        };
        var refused = await _tools.RefusedAsync(tool, arguments);

        Assert.Contains("changed by somebody else", refused);
        Assert.EndsWith("1\tmine", refused);
        Assert.Equal("mine\n", Text("a.txt"));
    }

    [Fact]
    public async Task A_file_that_somebody_deleted_is_not_brought_back_unasked()
    {
        _folder.Write("a.txt", "one\n");
        await ReadAsync("a.txt");
        File.Delete(_folder.PathOf("a.txt"));

        Assert.Contains("is gone", await _tools.RefusedAsync("write_file", ("path", "a.txt"), ("content", "two")));
        Assert.Equal("Made a.txt.", await _tools.CallAsync("write_file", ("path", "a.txt"), ("content", "two")));
    }

    [Fact]
    public async Task A_link_put_in_place_between_reading_and_writing_is_not_followed()
    {
        _folder.Write("src/a.txt", "one");
        File.WriteAllText(Path.Combine(_folder.Outside, "a.txt"), "one");
        await ReadAsync("src/a.txt");
        _run.BeforeEdit = (_, _) =>
        {
            Directory.Delete(_folder.PathOf("src"), recursive: true);
            Directory.CreateSymbolicLink(_folder.PathOf("src"), _folder.Outside);
            return Task.CompletedTask;
        };

        await _tools.RefusedAsync("edit_file", ("path", "src/a.txt"), ("oldText", "one"), ("newText", "two"));

        Assert.Equal("one", File.ReadAllText(Path.Combine(_folder.Outside, "a.txt")));
        Assert.Single(Directory.GetFiles(_folder.Outside));
    }

    [Theory]
    [InlineData("EF BB BF 61 0D 0A 62 0D 0A", "EF BB BF 78 0D 0A 79 0D 0A 62 0D 0A")]
    [InlineData("61 E9 0A 62", "78 0A 79 E9 0A 62")]
    [InlineData("FF FE 61 00 0A 00", "FF FE 78 00 0A 00 79 00 0A 00")]
    [InlineData("61", "78 0A 79")]
    public async Task An_edited_file_keeps_its_mark_its_encoding_its_line_breaks_and_its_end(string before, string after)
    {
        _folder.Write("a.txt", Bytes(before));

        await ReadAsync("a.txt");
        await EditAsync("a.txt", "a", "x\ny");

        Assert.Equal(Bytes(after), File.ReadAllBytes(_folder.PathOf("a.txt")));
    }

    [Theory]
    [InlineData("EF BB BF 61 0D 0A 62 0D 0A", "x\ny", "EF BB BF 78 0D 0A 79 0D 0A")]
    [InlineData("61 E9 0A 62", "\u00e9\n", "E9")]
    [InlineData("61 0A", "x\r\n y ", "78 0A 20 79 20 0A")]
    [InlineData("61 0D 0A 62 0A", "x\r\ny\n", "78 0D 0A 79 0A")]
    public async Task So_does_one_that_is_written_over(string before, string content, string after)
    {
        _folder.Write("a.txt", Bytes(before));

        await ReadAsync("a.txt");
        await _tools.CallAsync("write_file", ("path", "a.txt"), ("content", content));

        Assert.Equal(Bytes(after), File.ReadAllBytes(_folder.PathOf("a.txt")));
    }

    [Fact]
    public async Task A_new_file_is_written_as_the_model_wrote_it()
    {
        Assert.Equal("Made new/folder/a.txt.", await _tools.CallAsync("write_file", ("path", "new/folder/a.txt"), ("content", "  x \r\n\n")));

        Assert.Equal("  x \r\n\n"u8.ToArray(), File.ReadAllBytes(_folder.PathOf("new/folder/a.txt")));
    }

    [Fact]
    public async Task What_is_not_there_is_answered_with_the_lines_most_like_it_and_after_two_tries_with_advice()
    {
        _folder.Write("a.cs", "class A\n{\n    int Total(int count)\n    {\n        return count * Price;\n    }\n}\n");
        await ReadAsync("a.cs");

        var first = await _tools.RefusedAsync("edit_file", ("path", "a.cs"), ("oldText", "    {\n        return count * Cost;\n    }\n"), ("newText", "x"));
        var second = await _tools.RefusedAsync("edit_file", ("path", "a.cs"), ("oldText", "{"), ("newText", "x"));

        Assert.Contains("\n5\t        return count * Price;\n", first);
        Assert.DoesNotContain("write_file", first);
        Assert.Contains("oldText is in a.cs 2 times, at lines 2, 4", second);
        Assert.Contains("write the whole file with write_file", second);
    }

    [Fact]
    public async Task An_edit_that_fits_lets_earlier_failures_be_forgotten()
    {
        _folder.Write("a.txt", "one two two");
        await ReadAsync("a.txt");

        await _tools.RefusedAsync("edit_file", ("path", "a.txt"), ("oldText", "two"), ("newText", "x"));
        await EditAsync("a.txt", "one", "1");

        Assert.DoesNotContain("write_file", await _tools.RefusedAsync("edit_file", ("path", "a.txt"), ("oldText", "two"), ("newText", "x")));
    }

    [Fact]
    public async Task A_file_is_prepared_once_and_before_it_changes()
    {
        var seen = new List<bool>();
        _run.BeforeEdit = (_, _) =>
        {
            seen.Add(File.Exists(_folder.PathOf("a.txt")));
            return Task.CompletedTask;
        };

        await _tools.CallAsync("write_file", ("path", "a.txt"), ("content", "one"));
        await EditAsync("a.txt", "one", "two");
        await _tools.CallAsync("delete_file", ("path", "a.txt"));

        Assert.Equal([false], seen);
        Assert.Equal(["a.txt"], _run.Touched);
        Assert.False(File.Exists(_folder.PathOf("a.txt")));
    }

    [Fact]
    public async Task Without_a_checkpoint_nothing_is_changed()
    {
        _run.BeforeEdit = (_, _) => throw new InvalidOperationException("no room");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _tools.CallAsync("write_file", ("path", "a.txt"), ("content", "one")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _tools.CallAsync("write_file", ("path", "a.txt"), ("content", "one")));

        Assert.Empty(Directory.GetFiles(_folder.Root));
        Assert.Empty(_run.Touched);
    }

    [Fact]
    public async Task What_changes_nothing_touches_nothing()
    {
        _folder.Write("a.txt", "one\n");
        await ReadAsync("a.txt");

        Assert.Contains("reads so already", await EditAsync("a.txt", "one", "one"));
        Assert.Contains("reads so already", await _tools.CallAsync("write_file", ("path", "a.txt"), ("content", "one")));
        Assert.Empty(_run.Touched);
    }

    [Fact]
    public async Task Binary_and_very_large_files_are_not_changed()
    {
        _folder.Write("a.bin", [1, 0, 2]);
        using (var large = File.Create(_folder.PathOf("large.txt")))
        {
            large.SetLength(WorkspaceLimits.EditableBytes + 1);
        }

        Assert.Contains("binary", await _tools.RefusedAsync("write_file", ("path", "a.bin"), ("content", "x")));
        Assert.Contains("larger than 10 MB", await _tools.RefusedAsync("write_file", ("path", "large.txt"), ("content", "x")));
        Assert.Contains("larger than 10 MB", await _tools.RefusedAsync("delete_file", ("path", "large.txt")));
        Assert.Equal("Deleted a.bin.", await _tools.CallAsync("delete_file", ("path", "a.bin")));
    }

    [Fact]
    public async Task A_link_is_not_deleted_with_what_it_leads_to()
    {
        _folder.Write("a.txt", "one");
        File.CreateSymbolicLink(_folder.PathOf("link"), "a.txt");

        Assert.Contains("is a link to a.txt", await _tools.RefusedAsync("delete_file", ("path", "link")));
        Assert.True(File.Exists(_folder.PathOf("a.txt")));
    }

    [Theory]
    [InlineData("edit_file", "oldText", "")]
    [InlineData("edit_file", "oldText", null)]
    [InlineData("edit_file", "newText", null)]
    [InlineData("write_file", "content", null)]
    [InlineData("write_file", "path", "")]
    [InlineData("write_file", "path", null)]
    public async Task What_has_to_be_said_may_not_be_empty(string tool, string name, string? value)
    {
        _folder.Write("a.txt", "one");
        string[] names = tool == "edit_file" ? ["path", "oldText", "newText"] : ["path", "content"];
        var arguments = names.Select(each => (each, (object?)(each == name ? value : each == "path" ? "a.txt" : "one"))).ToArray();

        await _tools.RefusedAsync(tool, arguments);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(_folder.PathOf(path)));

    private Task<string> ReadAsync(string path) => _tools.CallAsync("read_file", ("path", path));

    private Task<string> EditAsync(string path, string oldText, string newText) =>
        _tools.CallAsync("edit_file", ("path", path), ("oldText", oldText), ("newText", newText));
}
