using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Delivery;

public sealed class RetriesTests
{
    private static readonly DeliveryRequest Short = new(new Assignment("chat", "Is it safe?"), [new ChatMessage(ChatRole.User, "Is it safe?")]);

    private readonly ManualTime _time = new();

    public static TheoryData<ModelFault> NeverAgain => [.. Enum.GetValues<ModelFault>().Except([ModelFault.RateLimited, ModelFault.Unavailable])];

    [Theory]
    [MemberData(nameof(NeverAgain))]
    public void What_is_the_same_a_moment_later_is_not_tried_again(ModelFault fault) =>
        Assert.Null(Policy().WaitBefore(1, new ModelException(fault, "No.") { RetryAfter = TimeSpan.FromSeconds(1) }));

    [Theory]
    [InlineData(ModelFault.RateLimited)]
    [InlineData(ModelFault.Unavailable)]
    public void What_passes_is_tried_again(ModelFault fault) => Assert.NotNull(Policy().WaitBefore(1, new ModelException(fault, "Busy.")));

    [Theory]
    [InlineData(ModelFault.Unreachable)]
    [InlineData(ModelFault.Incomplete)]
    public void A_connection_that_was_lost_before_the_answer_began_is_tried_again(ModelFault fault) =>
        Assert.NotNull(Policy().WaitBefore(1, new ModelException(fault, "Lost.") { WasReset = true }));

    [Theory]
    [InlineData(1, 375, 625)]
    [InlineData(2, 750, 1250)]
    [InlineData(3, 1500, 2500)]
    public void Waits_double_and_no_two_callers_wait_the_same(int retry, int least, int most)
    {
        var waits = Enumerable.Range(0, 50).Select(_ => Policy().WaitBefore(retry, new ModelException(ModelFault.Unavailable, "Busy."))!.Value).ToList();

        Assert.All(waits, wait => Assert.InRange(wait.TotalMilliseconds, least, most));
        Assert.True(waits.Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(3600, false)]
    public void A_wait_that_is_too_long_is_not_begun(int seconds, bool isWaitedFor) =>
        Assert.Equal(
            isWaitedFor ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null,
            Policy().WaitBefore(1, new ModelException(ModelFault.RateLimited, "Limited.") { RetryAfter = TimeSpan.FromSeconds(seconds) }));

    [Fact]
    public async Task Retries_are_counted_over_all_calls_of_a_reply()
    {
        var busy = new ScriptedTurn { Failure = new ModelException(ModelFault.Unavailable, "Busy.") { RetryAfter = TimeSpan.Zero } };
        var cut = new ScriptedTurn("Yes") { FinishReason = ChatFinishReason.Length };
        var model = new ScriptedModel(busy, busy, cut, busy, busy, new ScriptedTurn("."));
        await using var services = TestServices.Create(model, _time);
        var reply = new Reply(_time);

        await Assert.ThrowsAsync<ModelException>(() => DeliverAsync(services, reply));

        Assert.Equal(("Yes", 5), (reply.Text, model.Calls.Count));
    }

    [Theory]
    [InlineData(ModelFault.RateLimited, false, "Rate-limited, trying again in 2 s")]
    [InlineData(ModelFault.Unavailable, false, "The model endpoint is busy, trying again in 2 s")]
    [InlineData(ModelFault.Unreachable, true, "The connection was lost, trying again in 2 s")]
    public async Task A_wait_says_what_for_and_how_long(ModelFault fault, bool wasReset, string notice)
    {
        var failure = new ModelException(fault, "No.") { WasReset = wasReset, RetryAfter = TimeSpan.FromSeconds(1.2) };
        await using var services = TestServices.Create(new ScriptedModel(new ScriptedTurn { Failure = failure }, new ScriptedTurn("Yes.")), _time);
        var reply = new Reply(_time);

        var delivering = DeliverAsync(services, reply);
        Assert.Equal(notice, reply.Notice);
        _time.Advance(TimeSpan.FromSeconds(1.2));
        await delivering;

        Assert.Equal("Yes.", reply.Text);
        Assert.Null(reply.Notice);
    }

    [Fact]
    public async Task Stopping_ends_a_wait_which_is_nobodys_overhead()
    {
        var limited = new ModelException(ModelFault.RateLimited, "Limited.") { RetryAfter = TimeSpan.FromSeconds(20) };
        await using var services = TestServices.Create(new ScriptedModel([], failure: limited), _time);
        var reply = new Reply(_time);
        var delivering = DeliverAsync(services, reply);
        _time.Advance(TimeSpan.FromSeconds(7));

        await reply.StopAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering.WaitAsync(TimeSpan.FromSeconds(20))); // of a clock that is not the test's

        var timing = Assert.IsType<ReplyEvent.Stopped>(reply.End).Facts.Timing;
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.Zero), (timing.Wait, timing.Overhead));
    }

    private static RetryPolicy Policy() => new(Options.Create(new ModelOptions()));

    private static async Task DeliverAsync(ServiceProvider services, Reply reply)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryService>().WriteAsync(Short, reply, reply.Stopping);
    }
}
