using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Delivery;

public sealed class DeliveryServiceTests
{
    private static readonly DeliveryRequest Short = new(new Assignment("chat", "Is it safe?"), [new ChatMessage(ChatRole.User, "Is it safe?")]);
    private static readonly DeliveryRequest Long = new(new Assignment("chat", "Implement a cache"), [new ChatMessage(ChatRole.User, "Implement a cache")]);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_short_answer_is_one_call_of_at_most_200_tokens()
    {
        var model = new ScriptedModel(["Yes."], usage: Usage(3));

        var reply = await DeliverAsync(model, Short);

        var call = Assert.Single(model.Calls);
        Assert.Equal((false, 200), (call.IsStreamed, call.Options!.MaxOutputTokens));
        Assert.Equal("Yes.", reply.Text);
        var facts = reply.Meter.Read();
        Assert.Equal(("scripted", false, "stop", new TokenUsage(10, 3)), (facts.Model, facts.IsStreamed, facts.FinishReason, facts.Usage));
    }

    [Fact]
    public async Task A_long_answer_is_streamed_without_a_limit()
    {
        var model = new ScriptedModel(["class ", "", "Cache"]);

        var reply = await DeliverAsync(model, Long);

        var call = Assert.Single(model.Calls);
        Assert.Equal((true, null), (call.IsStreamed, call.Options!.MaxOutputTokens));
        Assert.Equal("class Cache", reply.Text);
    }

    [Fact]
    public async Task The_plan_is_the_first_event_of_the_reply()
    {
        var reply = await DeliverAsync(new ScriptedModel(["Yes."]), Short);

        var plan = Assert.IsType<ReplyEvent.Planned>((await FirstBatchAsync(reply)).Events[0]);
        Assert.False(plan.IsStreamed);
        Assert.Contains("short answer expected", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_answer_goes_on_as_a_stream_where_it_stopped()
    {
        var model = new ScriptedModel(
            new ScriptedTurn("var total = items.Su") { FinishReason = ChatFinishReason.Length, Usage = Usage(200) },
            new ScriptedTurn("items.Su", "m();") { Usage = Usage(4) });

        var reply = await DeliverAsync(model, Short);

        Assert.Equal("var total = items.Sum();", reply.Text);
        Assert.Equal([false, true], model.Calls.Select(call => call.IsStreamed));
        Assert.Equal(["Is it safe?", "var total = items.Su"], model.Calls[1].Messages.Take(2).Select(message => message.Text));
        Assert.Equal(ChatRole.Assistant, model.Calls[1].Messages[1].Role);
        Assert.Contains("exactly where you stopped", model.Calls[1].Messages[2].Text, StringComparison.Ordinal);
        var facts = reply.Meter.Read();
        Assert.Equal(("stop", new TokenUsage(20, 204)), (facts.FinishReason, facts.Usage));
    }

    [Fact]
    public async Task An_answer_with_a_limit_of_its_own_stays_cut_there()
    {
        var model = new ScriptedModel(["The first half"], finishReason: ChatFinishReason.Length);

        var reply = await DeliverAsync(model, Short with { TokenLimit = 300, Choice = DeliveryChoice.Sync });

        Assert.Equal(300, Assert.Single(model.Calls).Options!.MaxOutputTokens);
        Assert.True(reply.Meter.Read().IsCut);
    }

    [Fact]
    public async Task A_budget_that_reasoning_ate_is_asked_for_once_more_with_room_for_the_answer()
    {
        var model = new ScriptedModel(
            new ScriptedTurn { Reasoning = ["Hm."], FinishReason = ChatFinishReason.Length },
            new ScriptedTurn("Yes."));

        var reply = await DeliverAsync(model, Short with { TokenLimit = 300, Choice = DeliveryChoice.Sync });

        Assert.Equal("Yes.", reply.Text);
        Assert.Equal([300, 2300], model.Calls.Select(call => call.Options!.MaxOutputTokens!.Value));
    }

    [Fact]
    public async Task A_larger_budget_is_larger_also_where_the_model_is_known_to_reason()
    {
        var model = new ScriptedModel(
            new ScriptedTurn("Yes.") { Reasoning = ["Hm."] },
            new ScriptedTurn { Reasoning = ["Hm."], FinishReason = ChatFinishReason.Length },
            new ScriptedTurn("No."));
        await using var services = TestServices.Create(model, _time);
        var question = Short with { TokenLimit = 300, Choice = DeliveryChoice.Sync };

        await DeliverAsync(services, question);
        await DeliverAsync(services, question);

        Assert.Equal([300, 2300, 9200], model.Calls.Select(call => call.Options!.MaxOutputTokens!.Value));
    }

    [Fact]
    public async Task An_endpoints_own_budget_that_reasoning_ate_is_asked_for_once_more_with_a_larger_one()
    {
        var model = new ScriptedModel(
            new ScriptedTurn { Reasoning = ["Hm."], FinishReason = ChatFinishReason.Length, Usage = Usage(4096) },
            new ScriptedTurn("class Cache"));

        var reply = await DeliverAsync(model, Long);

        Assert.Equal("class Cache", reply.Text);
        Assert.Equal([null, 8192], model.Calls.Select(call => call.Options!.MaxOutputTokens));
    }

    [Fact]
    public async Task An_answer_that_reasoning_ate_twice_is_explained()
    {
        var model = new ScriptedModel(new ScriptedTurn { Reasoning = ["Hm."], FinishReason = ChatFinishReason.Length, Usage = Usage(2300) });

        var failure = await Assert.ThrowsAsync<ModelException>(() => DeliverAsync(model, Short with { TokenLimit = 300, Choice = DeliveryChoice.Sync }));

        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(ModelFault.Incomplete, failure.Kind);
        Assert.StartsWith("The model spent all 2,300 tokens it had on reasoning and wrote no answer: ask for less", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_endpoint_says_of_cached_and_reasoning_tokens_is_kept_and_added_up()
    {
        var usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 200, CachedInputTokenCount = 8, ReasoningTokenCount = 150 };
        var model = new ScriptedModel(
            new ScriptedTurn("var total = ") { FinishReason = ChatFinishReason.Length, Usage = usage },
            new ScriptedTurn("items.Sum();") { Usage = usage });

        var reply = await DeliverAsync(model, Short);

        Assert.Equal(new TokenUsage(20, 400) { Cached = 16, Reasoning = 300 }, reply.Meter.Read().Usage);
    }

    [Fact]
    public async Task Code_that_is_rewritten_goes_along_as_a_prediction_with_the_first_call_only()
    {
        var model = new ScriptedModel(new ScriptedTurn("class ") { FinishReason = ChatFinishReason.Length }, new ScriptedTurn("A;"));
        var rewriting = new DeliveryRequest(new Assignment("refactor", "") { Code = "class A { }", Rewrite = new RewriteWish() }, Long.Messages);

        await DeliverAsync(model, rewriting with { Choice = DeliveryChoice.Stream });
        await DeliverAsync(model, Long);

        Assert.Equal(["class A { }", null, null], model.Calls.Select(call => PredictedAnswer.Of(call.Options)?.Text));
    }

    [Fact]
    public async Task A_model_that_reasons_gets_an_allowance_from_then_on()
    {
        var model = new ScriptedModel(new ScriptedTurn("Yes.") { Reasoning = ["Hm."] }, new ScriptedTurn("No."));
        await using var services = TestServices.Create(model, _time);

        await DeliverAsync(services, Short);
        await DeliverAsync(services, Short);

        Assert.Equal([200, 2200], model.Calls.Select(call => call.Options!.MaxOutputTokens!.Value));
    }

    [Fact]
    public async Task An_answer_without_a_word_is_no_answer()
    {
        var failure = await Assert.ThrowsAsync<ModelException>(() => DeliverAsync(new ScriptedModel(new ScriptedTurn()), Short));

        Assert.Equal(ModelFault.Incomplete, failure.Kind);
    }

    [Fact]
    public async Task What_arrived_of_a_whole_answer_that_broke_off_is_shown_before_the_failure()
    {
        var broken = new ModelException(ModelFault.Incomplete, "It broke off.") { PartialText = "Use a " };
        await using var services = TestServices.Create(new ScriptedModel([], failure: broken), _time);
        var reply = new Reply(_time);

        await Assert.ThrowsAsync<ModelException>(() => Deliver(services, Short, reply));

        Assert.Equal("Use a ", reply.Text);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_in_sight_and_the_wait_is_not_the_models_time()
    {
        var limited = new ModelException(ModelFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromSeconds(4) };
        await using var services = TestServices.Create(new ScriptedModel(new ScriptedTurn { Failure = limited }, new ScriptedTurn("Yes.")), _time);
        var reply = new Reply(_time);

        var delivering = Deliver(services, Short, reply);
        Assert.Equal("Rate-limited, trying again in 4 s", reply.Notice);
        _time.Advance(TimeSpan.FromSeconds(4));
        await delivering;

        Assert.Equal("Yes.", reply.Text);
        Assert.Equal(TimeSpan.FromSeconds(4), reply.Meter.Read().Timing.Wait);
        Assert.Equal(TimeSpan.Zero, reply.Meter.Read().Timing.Model);
    }

    [Theory]
    [InlineData(ModelFault.RateLimited, 31)]
    [InlineData(ModelFault.Unauthorized, null)]
    [InlineData(ModelFault.Quota, 1)]
    [InlineData(ModelFault.Incomplete, null)]
    public async Task A_failure_that_waiting_does_not_help_is_shown_at_once(ModelFault fault, int? retryAfter)
    {
        var model = new ScriptedModel([], failure: new ModelException(fault, "No.")
        {
            RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });

        await Assert.ThrowsAsync<ModelException>(() => DeliverAsync(model, Short));

        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task After_the_first_content_nothing_is_tried_again()
    {
        var model = new ScriptedModel(["Use a "], failure: new ModelException(ModelFault.Unavailable, "Overloaded."));

        await Assert.ThrowsAsync<ModelException>(() => DeliverAsync(model, Long));

        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task Retries_end_at_the_setting()
    {
        var model = new ScriptedModel([], failure: new ModelException(ModelFault.Unavailable, "Overloaded.") { RetryAfter = TimeSpan.Zero });
        await using var services = TestServices.Create(model, _time, ("Assistant:Model:MaxRetries", "2"));

        await Assert.ThrowsAsync<ModelException>(() => Deliver(services, Short, new Reply(_time)));

        Assert.Equal(3, model.Calls.Count);
    }

    [Fact]
    public async Task Real_usage_decides_the_next_calls()
    {
        var model = new ScriptedModel(["Short after all."], usage: Usage(60));
        await using var services = TestServices.Create(model, _time);
        var explanation = new DeliveryRequest(new Assignment("chat", "Explain this"), []);

        for (var i = 0; i < 6; i++)
        {
            await DeliverAsync(services, explanation);
        }

        Assert.Equal([true, true, true, true, true, false], model.Calls.Select(call => call.IsStreamed));
    }

    [Fact]
    public async Task The_assignment_goes_along_for_engines_that_read_no_prompts()
    {
        var model = new ScriptedModel(["Yes."]);

        await DeliverAsync(model, Short);

        Assert.Same(Short.Assignment, Assignment.Of(model.Calls[0].Options));
    }

    private async Task<Reply> DeliverAsync(IChatClient model, DeliveryRequest request)
    {
        await using var services = TestServices.Create(model, _time);
        return await DeliverAsync(services, request);
    }

    private async Task<Reply> DeliverAsync(ServiceProvider services, DeliveryRequest request)
    {
        var reply = new Reply(_time);
        await Deliver(services, request, reply);
        return reply;
    }

    private static async Task Deliver(ServiceProvider services, DeliveryRequest request, Reply reply)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryService>().WriteAsync(request, reply, CancellationToken.None);
    }

    private static async Task<ReplyBatch> FirstBatchAsync(Reply reply)
    {
        await foreach (var batch in reply.WatchAsync(0, CancellationToken.None))
        {
            return batch;
        }

        throw new InvalidOperationException("The reply has no events.");
    }

    private static UsageDetails Usage(int output) => new() { InputTokenCount = 10, OutputTokenCount = output };
}
