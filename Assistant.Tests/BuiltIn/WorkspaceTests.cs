using Assistant.Tests.CSharp;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.BuiltIn;

[Collection(EngineTests.Name)]
public sealed class WorkspaceTests(WarmEngine engine)
{
    private const string Braced =
        "namespace Shop\n{\n    public class Basket\n    {\n        private int _sum = 1;\n\n        public int Total() => _sum;\n    }\n}\n";

    private readonly Dictionary<string, string> _files = new()
    {
        ["src/Basket.cs"] = Braced,
        ["src/Order.cs"] = "namespace Shop;\n\npublic class Order\n{\n    // Total in words\n    public int Pay(Basket basket) => basket.Total();\n}\n",
    };

    [Fact]
    public async Task A_rename_is_left_to_the_tool_and_then_tested()
    {
        var loop = Loop().With("rename_symbol", _ => "3 places in 2 files").With("run_tests", _ => "Passed: 12, Failed: 0");

        var answer = await loop.RunAsync("Rename Total to Sum");

        Assert.Equal(["rename_symbol(Total, Sum)", "run_tests()"], loop.Calls);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.StartsWith("`Total` is now `Sum`. `rename_symbol` says: 3 places in 2 files", answer.Text);
        Assert.Contains("Passed: 12, Failed: 0", answer.Text);
        Assert.Distinct(loop.CallIds);
    }

    [Fact]
    public async Task A_tool_that_fails_is_reported_and_not_tried_again()
    {
        var loop = Loop().With("rename_symbol", _ => "Error: Sum is taken in Basket.").With("run_tests", _ => "never");

        var answer = await loop.RunAsync("Rename Total to Sum");

        Assert.Equal(["rename_symbol(Total, Sum)"], loop.Calls);
        Assert.Equal("Nothing was renamed. `rename_symbol` failed: Error: Sum is taken in Basket.", answer.Text);
    }

    [Fact]
    public async Task Nothing_is_called_for_a_name_that_cannot_be()
    {
        var loop = Loop().With("rename_symbol", _ => "never");

        var answer = await loop.RunAsync("Rename Total to 2nd");

        Assert.Empty(loop.Calls);
        Assert.Contains("no name in C#", answer.Text);
    }

    [Fact]
    public async Task A_rule_is_applied_to_every_file_that_needs_it()
    {
        var loop = Loop().With("run_tests", _ => "Passed: 3");

        var answer = await loop.RunAsync("Use file-scoped namespaces everywhere");

        Assert.Equal(["list_files(**/*.cs)", "read_file(src/Basket.cs)", "read_file(src/Order.cs)"], loop.Calls.Take(3));
        Assert.Equal("namespace Shop;\n\npublic class Basket\n{\n    private int _sum = 1;\n\n    public int Total() => _sum;\n}\n", _files["src/Basket.cs"]);
        Assert.Equal("run_tests()", loop.Calls[^1]);
        Assert.Equal(5, loop.Calls.Count);
        Assert.StartsWith("Applied IDE0161 to 1 file of 2; each compiles as before by itself:\n\n- `src/Basket.cs`", answer.Text);
        Assert.Contains("Passed: 3", answer.Text);
    }

    [Fact]
    public async Task A_file_is_cleaned_up_by_its_name()
    {
        var loop = Loop();

        var answer = await loop.RunAsync("please clean up src/Basket.cs");

        Assert.Equal("read_file(src/Basket.cs)", loop.Calls[0]);
        Assert.StartsWith("write_file(src/Basket.cs, ", loop.Calls[1]);
        Assert.Contains("private readonly int _sum", _files["src/Basket.cs"]);
        Assert.StartsWith("Refactored 1 file of 1", answer.Text);
    }

    [Fact]
    public async Task Where_nothing_needs_changing_nothing_is_written_or_run()
    {
        var loop = Loop().With("run_tests", _ => "never");
        _files.Remove("src/Basket.cs");

        var answer = await loop.RunAsync("apply IDE0161 across the workspace");

        Assert.Equal(["list_files(**/*.cs)", "read_file(src/Order.cs)"], loop.Calls);
        Assert.Equal("Nothing to change in 1 file.", answer.Text);
    }

    [Fact]
    public async Task A_file_that_was_not_read_whole_is_left_alone()
    {
        var loop = new ToolLoop(engine.Client)
            .With("read_file", _ => "1\tnamespace Shop\n2\t{\n3\t}\n(120 more lines)")
            .With("write_file", _ => "never");

        var answer = await loop.RunAsync("refactor Basket.cs");

        Assert.Equal(["read_file(Basket.cs)"], loop.Calls);
        Assert.Contains("Left alone:\n\n- `Basket.cs`: too long to be read whole", answer.Text);
    }

    [Fact]
    public async Task Callers_are_told_with_the_members_they_stand_in()
    {
        var loop = Loop()
            .With("find_symbol", _ => "src/Basket.cs:7 method Shop.Basket.Total()")
            .With("search", _ => "src/Order.cs:5: // Total in words\nsrc/Order.cs:6: public int Pay(Basket basket) => basket.Total();");

        var answer = await loop.RunAsync("Who calls Total?");

        Assert.Equal(["find_symbol(Total)", @"search(\bTotal\b, True)", "read_file(src/Order.cs)"], loop.Calls);
        Assert.StartsWith("`Total` in the workspace:\n\n- `src/Basket.cs:7 method Shop.Basket.Total()`", answer.Text);
        Assert.Contains("- `src/Order.cs`, line 6, `Order.Pay` calls it: `public int Pay(Basket basket) => basket.Total();`", answer.Text);
        Assert.DoesNotContain("line 5", answer.Text);
    }

    [Theory]
    [InlineData("Where is Total?", "find_symbol(Total)")]
    [InlineData("run the tests", "run_tests()")]
    [InlineData("Does src/Order.cs compile?", "read_file(src/Order.cs)")]
    public async Task Questions_call_the_tool_that_knows(string request, string call)
    {
        var loop = Loop().With("find_symbol", _ => "src/Basket.cs:7").With("run_tests", _ => "Passed: 1");

        var answer = await loop.RunAsync(request);

        Assert.Equal([call], loop.Calls);
        Assert.NotEmpty(answer.Text);
    }

    [Fact]
    public async Task Only_offered_tools_are_called()
    {
        var loop = new ToolLoop(engine.Client).With("list_files", _ => "never");

        var answer = await loop.RunAsync("rename Total to Sum");

        Assert.Empty(loop.Calls);
        Assert.Contains("You could ask:\n\n- `", answer.Text);
    }

    [Fact]
    public async Task Pasted_code_is_meant_where_there_is_some()
    {
        var loop = Loop().With("rename_symbol", _ => "never");

        var answer = await loop.RunAsync("rename Total to Sum\n```csharp\nint Total() => 1;\n```");

        Assert.Empty(loop.Calls);
        Assert.StartsWith("```csharp\nint Sum() => 1;\n```", answer.Text);
    }

    [Fact]
    public async Task Streamed_calls_end_with_their_finish_reason()
    {
        var tool = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "", "run_tests")] };

        var updates = await engine.Client.GetStreamingResponseAsync([new(ChatRole.User, "run the tests")], tool).ToListAsync();

        Assert.Single(updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>());
        Assert.Equal(ChatFinishReason.ToolCalls, updates[^1].FinishReason);
    }

    // The files are listed and read with numbered lines, as an agent's tools do for a model.
    private ToolLoop Loop() => new ToolLoop(engine.Client)
        .With("list_files", _ => string.Join('\n', _files.Keys.Append("obj/Debug/Made.g.cs")))
        .With("read_file", arguments => Numbered(_files[(string)arguments["path"]!]))
        .With("write_file", arguments => _files[(string)arguments["path"]!] = (string)arguments["content"]!);

    private static string Numbered(string text) =>
        string.Join('\n', text.TrimEnd('\n').Split('\n').Select((line, index) => $"{index + 1}\t{line}"));
}
