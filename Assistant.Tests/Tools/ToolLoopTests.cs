using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Tools;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Tools;

public sealed class ToolLoopTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _happened = [];
    private readonly Gate _gate = new();
    private readonly TaskCompletionSource _hasReadA = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_model_gets_what_its_calls_answered_until_it_answers_in_words()
    {
        var model = new ScriptedModel(Calls(Call("read", "a.cs")), new ScriptedTurn("It is empty."));

        var (end, reply) = await RunAsync(model);

        Assert.Equal("It is empty.", Assert.IsType<ToolLoopEnd.Answered>(end).Text);
        Assert.Equal(["read a.cs"], _happened);
        Assert.Equal("text of a.cs", ResultsGiven(model, 1).Single().Result);
        Assert.Equal(["thinking", "reading", "thinking"], Events(reply).OfType<ReplyEvent.Working>().Select(working => working.Doing));
        var call = Assert.Single(Events(reply).OfType<ReplyEvent.Tool>());
        Assert.Equal(("read", "a.cs", false), (call.Name, call.Target, call.HasFailed));
    }

    [Fact]
    public async Task Calls_that_only_read_run_at_once_and_edits_in_their_order()
    {
        var model = new ScriptedModel(Calls(Call("read", "wait"), Call("read", "a"), Call("edit", "b"), Call("read", "c")), new ScriptedTurn("Done."));

        var running = RunAsync(model);
        await Task.WhenAll(_gate.Reached, _hasReadA.Task);
        Assert.DoesNotContain("edit b", _happened);
        _gate.Open();
        await running;

        Assert.Equal(["read a", "read wait", "edit b", "read c"], _happened);
        Assert.Equal(["text of wait", "text of a", "edited b", "text of c"], ResultsGiven(model, 1).Select(result => result.Result));
    }

    [Fact]
    public async Task Every_call_gets_exactly_one_result_also_one_that_cannot_be_made()
    {
        var model = new ScriptedModel(
            Calls(Call("fly", "b"), Call("read", "a"), new FunctionCallContent("id-bad", "read") { Exception = new InvalidOperationException("no JSON") }, new FunctionCallContent("id-none", "read")),
            new ScriptedTurn("Done."));

        await RunAsync(model);

        var results = ResultsGiven(model, 1);
        Assert.Equal(["id-fly-b", "id-read-a", "id-bad", "id-none"], results.Select(result => result.CallId));
        Assert.Equal("error: there is no tool fly. There are: read, edit.", results[0].Result);
        Assert.Equal("text of a", results[1].Result);
        Assert.StartsWith("error: the arguments are not valid JSON. read takes {", (string)results[2].Result!);
        Assert.StartsWith("error: the arguments do not fit. read takes {", (string)results[3].Result!);
    }

    [Fact]
    public async Task A_tool_that_refuses_says_why_and_one_with_a_bug_does_not_end_the_run()
    {
        var model = new ScriptedModel(Calls(Call("read", "refused"), Call("read", "bug")), new ScriptedTurn("Done."));

        var (_, reply) = await RunAsync(model);

        var results = ResultsGiven(model, 1);
        Assert.Equal("error: There is no such file.", results[0].Result);
        Assert.Equal("error: the tool failed in the Assistant itself. Try another way.", results[1].Result);
        Assert.All(Events(reply).OfType<ReplyEvent.Tool>(), call => Assert.True(call.HasFailed));
    }

    [Fact]
    public async Task A_long_result_is_cut_in_its_middle_and_says_so()
    {
        var model = new ScriptedModel(Calls(Call("read", "long")), new ScriptedTurn("Done."));

        await RunAsync(model);

        var text = (string)ResultsGiven(model, 1).Single().Result!;
        Assert.InRange(text.Length, ToolLimits.ResultCharacters, ToolLimits.ResultCharacters + 100);
        Assert.Contains("characters left out]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_call_three_times_is_remarked_and_five_times_is_the_end()
    {
        var model = new ScriptedModel(Calls(Call("read", "a")));

        var (end, _) = await RunAsync(model);

        Assert.Equal("the model made the same call of read 5 times", Assert.IsType<ToolLoopEnd.Limited>(end).Reason);
        Assert.Equal(5, model.Calls.Count);
        Assert.DoesNotContain("very call", (string)ResultsGiven(model, 2)[^1].Result!, StringComparison.Ordinal);
        Assert.Contains("very call 3 times", (string)ResultsGiven(model, 3)[^1].Result!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_call_after_a_change_is_a_new_question()
    {
        var turns = Enumerable.Range(0, 6).SelectMany(round => new[] { Calls(Call("read", "a")), Calls(Call("edit", $"{round}")) });

        var (end, _) = await RunAsync(new ScriptedModel([.. turns, new ScriptedTurn("Done.")]));

        Assert.IsType<ToolLoopEnd.Answered>(end);
    }

    [Fact]
    public async Task Two_calls_taking_turns_are_the_end()
    {
        var model = new ScriptedModel([.. Enumerable.Range(0, 20).Select(round => Calls(Call("edit", round % 2 == 0 ? "there" : "back")))]);

        var (end, _) = await RunAsync(model);

        Assert.StartsWith("the model went back and forth", Assert.IsType<ToolLoopEnd.Limited>(end).Reason);
        Assert.Equal(6, model.Calls.Count);
    }

    [Fact]
    public async Task Bad_calls_are_forgiven_twice_but_not_three_times_in_a_row()
    {
        var bad = Calls(Call("fly", "a"));
        var good = Calls(Call("read", "a"));

        var (forgiven, _) = await RunAsync(new ScriptedModel(bad, Calls(Call("fly", "b")), good, bad, new ScriptedTurn("Done.")));
        var (ended, _) = await RunAsync(new ScriptedModel(bad, Calls(Call("fly", "b")), Calls(Call("fly", "c")), good));

        Assert.IsType<ToolLoopEnd.Answered>(forgiven);
        Assert.Equal("the model made 3 calls in a row that are not possible", Assert.IsType<ToolLoopEnd.Limited>(ended).Reason);
    }

    [Fact]
    public async Task A_cut_answer_runs_nothing_and_is_asked_for_in_smaller_steps()
    {
        var model = new ScriptedModel(new ScriptedTurn("I will wri") { FinishReason = ChatFinishReason.Length }, new ScriptedTurn("Done."));

        var (end, _) = await RunAsync(model);

        Assert.Equal("Done.", Assert.IsType<ToolLoopEnd.Answered>(end).Text);
        Assert.Contains("no call in it was run", model.Calls[1].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_forty_model_calls_are_kept_for_what_the_tests_find()
    {
        using var budget = new ToolBudget(_time);
        var model = new ScriptedModel([.. Enumerable.Range(0, 60).Select(round => Calls(Call("edit", $"{round}")))]);

        var (first, reply) = await RunAsync(model, budget);
        var callsAtFirst = model.Calls.Count;
        var (second, _) = await RunAsync(model, budget, mayUseReserve: true);

        Assert.Equal("the limit of 40 model calls was reached", Assert.IsType<ToolLoopEnd.Limited>(first).Reason);
        Assert.Equal((38, 40), (callsAtFirst, model.Calls.Count));
        Assert.IsType<ToolLoopEnd.Limited>(second);
        Assert.Equal(38, Events(reply).OfType<ReplyEvent.Tool>().Count());
    }

    [Fact]
    public async Task After_ten_minutes_the_model_is_not_waited_for_any_longer()
    {
        using var budget = new ToolBudget(_time);
        var model = new ScriptedModel(new ScriptedTurn("Hm") { Gate = _gate });

        var running = RunAsync(model, budget);
        await _gate.Reached;
        _time.Advance(ToolLimits.Time);
        var (end, _) = await running;

        Assert.Equal("the limit of 10 minutes was reached", Assert.IsType<ToolLoopEnd.Limited>(end).Reason);
    }

    [Fact]
    public async Task Older_results_make_room_when_the_conversation_gets_long()
    {
        var turns = Enumerable.Range(0, 35).Select(round => Calls(Call("read", "long"), Call("edit", $"{round}")));
        var model = new ScriptedModel([.. turns, new ScriptedTurn("Done.")]);

        await RunAsync(model);

        var last = ResultsGiven(model, 35);
        Assert.Contains("left out to save room", (string)last[0].Result!, StringComparison.Ordinal);
        Assert.DoesNotContain("left out to save room", (string)last[^2].Result!, StringComparison.Ordinal);
        Assert.Equal(70, last.Count);
    }

    [Fact]
    public async Task A_failing_model_is_tried_again_and_then_said()
    {
        var failure = new ModelException(ModelFault.Unauthorized, "The key was refused.");
        var model = new ScriptedModel(Calls(Call("edit", "a")), new ScriptedTurn { Failure = failure });

        var thrown = await Assert.ThrowsAsync<ModelException>(() => RunAsync(model));

        Assert.Equal(ModelFault.Unauthorized, thrown.Kind);
        Assert.Equal(["edit a"], _happened);
    }

    private static FunctionCallContent Call(string tool, string path) => new($"id-{tool}-{path}", tool, new Dictionary<string, object?> { ["path"] = path });

    private static ScriptedTurn Calls(params FunctionCallContent[] calls) => new() { ToolCalls = calls };

    private static List<FunctionResultContent> ResultsGiven(ScriptedModel model, int call) =>
        [.. model.Calls[call].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>()];

    private static IReadOnlyList<ReplyEvent> Events(Reply reply)
    {
        reply.Complete(null);
        return reply.WatchAsync(0, CancellationToken.None).ToBlockingEnumerable().SelectMany(batch => batch.Events).ToList();
    }

    private async Task<(ToolLoopEnd End, Reply Reply)> RunAsync(ScriptedModel model, ToolBudget? budget = null, bool mayUseReserve = false)
    {
        await using var services = TestServices.Create(model, _time);
        using var own = new ToolBudget(_time);
        await using var scope = services.CreateAsyncScope();
        var reply = new Reply(_time);
        var steps = scope.ServiceProvider.GetRequiredService<DeliveryService>().StepsFor(reply);
        var loop = new ToolLoop(steps, [ReadTool(), EditTool()], new Assignment("agent", "Do it."), budget ?? own, reply, _time, NullLogger.Instance);
        return (await loop.RunAsync([new ChatMessage(ChatRole.User, "Do it.")], mayUseReserve, CancellationToken.None), reply);
    }

    private Tool ReadTool() => new(AIFunctionFactory.Create(ReadAsync, "read"), ToolKind.Reads, "reading");

    private Tool EditTool() => new(AIFunctionFactory.Create(Edit, "edit"), ToolKind.Edits, "editing");

    private async Task<string> ReadAsync(string path)
    {
        await (path == "wait" ? _gate.PassAsync(CancellationToken.None) : Task.CompletedTask);
        Note($"read {path}");
        if (path == "a")
        {
            _hasReadA.TrySetResult();
        }

        return path switch
        {
            "refused" => throw new ToolException("There is no such file."),
            "bug" => throw new InvalidOperationException("secret"),
            "long" => new string('x', 50_000),
            _ => $"text of {path}",
        };
    }

    private string Edit(string path)
    {
        Note($"edit {path}");
        return $"edited {path}";
    }

    private void Note(string what)
    {
        lock (_happened)
        {
            _happened.Add(what);
        }
    }
}
