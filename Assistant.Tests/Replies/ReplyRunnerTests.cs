using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Replies;

public sealed class ReplyRunnerTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly ServiceProvider _services;
    private readonly ReplyRunner _runner;

    public ReplyRunnerTests()
    {
        _services = TestServices.Create(new ScriptedModel(["unused"]), _time);
        _runner = _services.GetRequiredService<ReplyRunner>();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task A_reply_ends_with_what_its_work_returns()
    {
        var made = new Made();

        var reply = Start((reply, _) =>
        {
            reply.Append(new ReplyEvent.Text("Yes."));
            return Task.FromResult<ReplyResult?>(made);
        });
        await reply.Ended;

        Assert.Equal("Yes.", reply.Text);
        Assert.Same(made, Assert.IsType<ReplyEvent.Done>(reply.End).Result);
    }

    [Fact]
    public async Task A_model_that_fails_ends_the_reply_with_its_sentence_beside_what_had_arrived()
    {
        var reply = Start((reply, _) =>
        {
            reply.Append(new ReplyEvent.Text("Use a "));
            throw new ModelException(ModelFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromSeconds(9) };
        });
        await reply.Ended;

        Assert.Equal("Use a ", reply.Text);
        Assert.Equal(
            new ReplyFailure(ModelFault.RateLimited, "Too many requests.", TimeSpan.FromSeconds(9)),
            Assert.IsType<ReplyEvent.Failed>(reply.End).Failure);
    }

    [Fact]
    public async Task A_bug_ends_the_reply_without_showing_its_details()
    {
        var reply = Start((_, _) => throw new InvalidOperationException("secret detail"));
        await reply.Ended;

        var failure = Assert.IsType<ReplyEvent.Failed>(reply.End).Failure;
        Assert.Null(failure.Fault);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_cancels_the_work()
    {
        var cancelled = new TaskCompletionSource();
        var reply = Start(async (_, stopping) =>
        {
            stopping.Register(() => cancelled.SetResult());
            await Task.Delay(Timeout.Infinite, stopping);
            return null;
        });

        await reply.StopAsync();
        await cancelled.Task;

        Assert.Equal(ReplyState.Stopped, reply.State);
    }

    [Fact]
    public async Task A_conversation_has_one_running_reply_at_a_time()
    {
        var first = Start(Forever, "conversation");

        Assert.Throws<ConversationBusyException>(() => Start(Forever, "conversation"));
        var elsewhere = Start(Forever, "another conversation");
        var ofSomebodyElse = Start(Forever, "conversation", new Owner("somebody else"));
        await Task.WhenAll(first.StopAsync(), elsewhere.StopAsync(), ofSomebodyElse.StopAsync());

        await Start(Forever, "conversation").StopAsync();
    }

    [Fact]
    public async Task Only_so_many_replies_arrive_at_once_for_one_person_and_in_all()
    {
        await using var services = TestServices.Create(
            new ScriptedModel(["unused"]), _time, ("Assistant:Limits:Replies", "3"), ("Assistant:Limits:RepliesPerOwner", "2"));
        var runner = services.GetRequiredService<ReplyRunner>();
        Reply Begin(string owner) => runner.Start<TimeProvider>(new Owner(owner), null, (_, reply, stopping) => Forever(reply, stopping));

        var first = Begin("one");
        var second = Begin("one");
        Assert.Equal("As many of your answers are arriving as may at once. Wait for one to end, or stop one.", Refusal("one"));
        var third = Begin("two");
        Assert.Equal("The Assistant is writing as many answers as it may at once. Try again in a moment.", Refusal("two"));
        await first.StopAsync();
        await runner.OverAsync(first);

        await Task.WhenAll(Begin("one").StopAsync(), second.StopAsync(), third.StopAsync());

        string Refusal(string owner) => Assert.Throws<TooManyRepliesException>(() => Begin(owner)).Message;
    }

    [Fact]
    public async Task A_reply_is_found_by_its_owner_only()
    {
        var reply = Start(Forever);

        Assert.Same(reply, _runner.Find(Owner.Local, reply.Id));
        Assert.Null(_runner.Find(new Owner("somebody else"), reply.Id));
        await reply.StopAsync();
    }

    [Fact]
    public async Task An_ended_reply_can_be_read_for_a_while_and_is_then_forgotten()
    {
        var over = new TaskCompletionSource();
        var reply = _runner.Start<TimeProvider>(
            Owner.Local, null, (_, _, _) => Task.FromResult<ReplyResult?>(null), _ => over.Task);
        await reply.Ended;
        over.SetResult();
        await _runner.StopAsync(CancellationToken.None);

        _time.Advance(ReplyRunner.Retention);
        await Start(Forever).StopAsync();
        Assert.NotNull(_runner.Find(Owner.Local, reply.Id));
        _time.Advance(TimeSpan.FromSeconds(1));
        await Start(Forever).StopAsync();

        Assert.Null(_runner.Find(Owner.Local, reply.Id));
    }

    [Fact]
    public async Task Of_ended_replies_the_last_thousand_are_kept_however_lately_they_ended()
    {
        var oldest = Start(Nothing);
        await _runner.OverAsync(oldest);
        var second = Start(Nothing);
        await _runner.OverAsync(second);
        for (var more = 1; more < ReplyRunner.MostEnded; more++)
        {
            await _runner.OverAsync(Start(Nothing));
        }

        await Start(Forever).StopAsync();

        Assert.Null(_runner.Find(Owner.Local, oldest.Id));
        Assert.NotNull(_runner.Find(Owner.Local, second.Id));
    }

    [Fact]
    public async Task At_shutdown_running_replies_get_ten_seconds_to_end_and_can_be_continued_then()
    {
        var begun = new TaskCompletionSource();
        var reply = Start(async (reply, stopping) =>
        {
            reply.Append(new ReplyEvent.Text("Use a "));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stopping);
            return null;
        });
        await begun.Task;

        var stopping = _runner.StopAsync(CancellationToken.None);
        Assert.True(reply.IsArriving);
        _time.Advance(ReplyRunner.ShutdownGrace);
        await stopping;

        Assert.Equal((ReplyState.Interrupted, "Use a "), (reply.State, reply.Text));
    }

    [Fact]
    public async Task A_reply_that_could_not_be_recorded_is_still_an_answer()
    {
        var reply = _runner.Start<TimeProvider>(
            Owner.Local, null, (_, _, _) => Task.FromResult<ReplyResult?>(null), _ => throw new IOException("disk full"));
        await reply.Ended;
        await _runner.StopAsync(CancellationToken.None);

        Assert.Equal(ReplyState.Done, reply.State);
    }

    private Reply Start(Func<Reply, CancellationToken, Task<ReplyResult?>> work, string? conversationId = null, Owner? owner = null) =>
        _runner.Start<TimeProvider>(owner ?? Owner.Local, conversationId, (_, reply, stopping) => work(reply, stopping));

    private static Task<ReplyResult?> Nothing(Reply reply, CancellationToken stopping) => Task.FromResult<ReplyResult?>(null);

    private static async Task<ReplyResult?> Forever(Reply reply, CancellationToken stopping)
    {
        await Task.Delay(Timeout.Infinite, stopping);
        return null;
    }

    private sealed record Made : ReplyResult;
}
