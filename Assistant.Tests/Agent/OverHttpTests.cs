using Assistant.Core.Agent;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace.Testing;

namespace Assistant.Tests.Agent;

/// <summary>The agent and a model over HTTP, whose calls arrive in pieces.</summary>
public sealed class OverHttpTests : IAsyncLifetime
{
    private AgentScript _script = null!;

    public async Task InitializeAsync() => _script = await AgentScript.StartAsync();

    public async Task DisposeAsync() => await _script.DisposeAsync();

    [SandboxFact]
    public async Task Every_caller_of_a_function_gets_its_error_handling()
    {
        await using var workspace = new AgentWorkspace(_script.Client) { IsSample = true, IsSandboxed = true };
        _script
            .Step(FakeCall.Answer(Search("1", "Price.Parse"), Read("2", "Shop/Price.cs")), "Shop/Basket.cs", "Find every place where this function is called")
            .Step(
                FakeCall.Answer(Read("3", "Shop/Basket.cs"), Read("4", "Shop/PriceList.cs")),
                "1: ", "Shop/Basket.cs:17: ", "Shop/PriceList.cs:13: ", "2: ", "public static decimal Parse(string text)")
            .Step(
                FakeCall.Answer(
                    Edit("5", "Shop/Price.cs", "decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);", "bool TryParse(string text, out decimal price) => decimal.TryParse(text, CultureInfo.InvariantCulture, out price);"),
                    Edit("6", "Shop/Basket.cs", "            _lines.Add(new BasketLine(article, count, Price.Parse(price)));", """
                                    if (!Price.TryParse(price, out var amount))
                                    {
                                        throw new ArgumentException($"\"{price}\" is no price of {article}.", nameof(price));
                                    }

                                    _lines.Add(new BasketLine(article, count, amount));
                        """),
                    Edit("7", "Shop/PriceList.cs", "            _prices[parts[0]] = Price.Parse(parts[1]);", """
                                    _prices[parts[0]] = Price.TryParse(parts[^1], out var price) ? price : throw new FormatException($"\"{line}\" names no price.");
                        """),
                    new FakeCall("8", "write_file", new
                    {
                        path = "Shop.Tests/WrongPriceTests.cs",
                        content = "namespace Shop.Tests;\n\npublic class WrongPriceTests\n{\n    [Fact]\n    public void Is_refused() => Assert.Throws<ArgumentException>(() => new Basket().Add(\"apple\", 1, \"much\"));\n}\n",
                    })),
                "3: ", "4: ")
            .Step("Both callers say what is wrong.", "5: Edited Shop/Price.cs", "6: Edited Shop/Basket.cs", "7: Edited Shop/PriceList.cs", "8: Made Shop.Tests/WrongPriceTests.cs");

        var result = await workspace.RunAsync("Find every place where this function is called and add error handling: Price.Parse");

        _script.Verify();
        Assert.Equal((AgentOutcome.Verified, "7 passed, 0 failed, 0 skipped"), (result.Outcome, result.Tests));
        Assert.Equal(["Shop.Tests/WrongPriceTests.cs", "Shop/Basket.cs", "Shop/Price.cs", "Shop/PriceList.cs"], result.Files);
        Assert.Equal("Both callers say what is wrong.", result.Reply.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_in_a_broken_answer_is_never_run(bool hasEdited)
    {
        await using var workspace = new AgentWorkspace(_script.Client) { IsTrusted = false };
        if (hasEdited)
        {
            _script.Step(FakeCall.Answer(Write("1", "a.py", "one\n")));
        }

        _script.Step(FakeCall.Cut(Write("2", "b.py", "{}\n")));

        var result = await workspace.RunAsync();

        _script.Verify();
        Assert.False(workspace.Has("b.py"));
        Assert.Equal(hasEdited ? ReplyState.Done : ReplyState.Interrupted, result.Reply.State);
        Assert.Equal(hasEdited ? AgentOutcome.Failed : null, result.Outcome);
    }

    [Fact]
    public async Task A_call_at_the_limit_of_tokens_is_never_run()
    {
        await using var workspace = new AgentWorkspace(_script.Client) { IsTrusted = false };
        _script
            .Step(FakeCall.Cut(Write("1", "a.py", "one\n")).ThenSend(FakeAnswer.Finish("length") + FakeAnswer.Done))
            .Step("Then not.", "no call in it was run");

        var result = await workspace.RunAsync();

        _script.Verify();
        Assert.False(workspace.Has("a.py"));
        Assert.Equal("Nothing was changed.", result.Verdict);
    }

    [Fact]
    public async Task Every_call_gets_one_result_also_where_one_is_wrong_and_ids_repeat()
    {
        await using var workspace = new AgentWorkspace(_script.Client) { IsTrusted = false }.With("a.py", "one\n").With("b.py", "two\n");
        _script
            .Step(FakeCall.Answer(Read("1", "a.py"), new FakeCall("2", "read_file", new { file = "a.py" }), Read("1", "b.py")))
            .Step("Done.", "1: 1\tone", "2: error: the arguments do not fit. read_file takes", "call_3: 1\ttwo");

        await workspace.RunAsync();

        _script.Verify();
    }

    [Fact]
    public async Task Bad_JSON_is_answered_and_may_become_good()
    {
        await using var workspace = new AgentWorkspace(_script.Client) { IsTrusted = false };
        _script
            .Step(FakeCall.Answer(new FakeCall("1", "write_file", "{\"path\": \"a.py\", \"content\": \"one")))
            .Step(FakeCall.Answer(new FakeCall("2", "write_file", "path=a.py")), "1: error: the arguments are not valid JSON. write_file takes")
            .Step(FakeCall.Answer(Write("3", "a.py", "a\u00e4\U0001f600 \"$&\" \\n\t\r\n")), "2: error: the arguments are not valid JSON.")
            .Step("Done.", "3: Made a.py");

        await workspace.RunAsync();

        _script.Verify();
        Assert.Equal("a\u00e4\U0001f600 \"$&\" \\n\t\r\n", workspace.Read("a.py"));
    }

    [Fact]
    public async Task An_endpoint_that_refuses_the_key_before_anything_was_done_is_a_failure()
    {
        await using var workspace = new AgentWorkspace(_script.Client);
        _script.Step(FakeReply.Error(401, """{"error":{"message":"no"}}"""));

        var result = await workspace.RunAsync();

        _script.Verify();
        Assert.Equal(ModelFault.Unauthorized, ((ReplyEvent.Failed)result.Reply.End!).Failure.Fault);
        Assert.Null(result.Run);
    }

    private static FakeCall Search(string id, string pattern) => new(id, "search", new { pattern });

    private static FakeCall Read(string id, string path) => new(id, "read_file", new { path });

    private static FakeCall Edit(string id, string path, string oldText, string newText) => new(id, "edit_file", new { path, oldText, newText });

    private static FakeCall Write(string id, string path, string content) => new(id, "write_file", new { path, content });
}
