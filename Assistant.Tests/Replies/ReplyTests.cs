using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Replies;

public sealed class ReplyTests
{
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(50);

    private readonly ManualTime _time = new();
    private readonly Reply _reply;

    public ReplyTests() => _reply = new Reply(_time) { FlushInterval = Flush };

    [Fact]
    public async Task The_first_text_is_read_at_once()
    {
        await using var reader = Read(_reply);
        _reply.Append(new ReplyEvent.Planned(true, "streamed"));
        await reader.NextAsync();
        var next = reader.NextAsync();

        _reply.Append(new ReplyEvent.Text("Use "));

        Assert.Equal("Use ", (await next)!.Text);
    }

    [Theory]
    [InlineData(0, "Use a loop.")]
    [InlineData(2, "e a loop.")]
    [InlineData(4, "a loop.")]
    [InlineData(6, "loop.")]
    [InlineData(11, "")]
    public void What_was_added_to_the_text_is_told_from_any_place_in_it(int length, string added)
    {
        Assert.False(_reply.HasText);
        _reply.Append(new ReplyEvent.Text("Use "));
        _reply.Append(new ReplyEvent.Reasoning("Hm."));
        _reply.Append(new ReplyEvent.Text("a "));
        _reply.Append(new ReplyEvent.Text("loop."));

        Assert.True(_reply.HasText);
        Assert.Equal(added, _reply.TextAfter(length));
    }

    [Fact]
    public async Task Later_texts_wait_for_the_flush_and_come_together()
    {
        await using var reader = Read(_reply);
        _reply.Append(new ReplyEvent.Text("Use "));
        await reader.NextAsync();
        var next = reader.NextAsync();

        _reply.Append(new ReplyEvent.Text("a "));
        _reply.Append(new ReplyEvent.Text("loop."));
        _time.Advance(Flush - TimeSpan.FromMilliseconds(1));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("a loop.", (await next)!.Text);
    }

    [Fact]
    public async Task The_end_is_read_at_once()
    {
        await using var reader = Read(_reply);
        _reply.Append(new ReplyEvent.Text("Use a loop."));
        await reader.NextAsync();
        var next = reader.NextAsync();

        _reply.Complete(null);

        Assert.True((await next)!.EndsReply);
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task A_text_after_a_quiet_time_does_not_wait()
    {
        await using var reader = Read(_reply);
        _reply.Append(new ReplyEvent.Text("Use "));
        await reader.NextAsync();
        var next = reader.NextAsync();
        _time.Advance(Flush);

        _reply.Append(new ReplyEvent.Text("a loop."));

        Assert.Equal("a loop.", (await next)!.Text);
    }

    [Fact]
    public async Task Every_reader_reads_everything_from_its_own_place()
    {
        foreach (var text in (string[])["Use ", "a ", "loop."])
        {
            _reply.Append(new ReplyEvent.Text(text));
        }

        _reply.Complete(null);

        await using var fromStart = Read(_reply);
        await using var fromSecond = Read(_reply, after: 1);
        Assert.Equal("Use a loop.", (await fromStart.NextAsync())!.Text);
        var rest = (await fromSecond.NextAsync())!;
        Assert.Equal((2, 4, "a loop."), (rest.First, rest.Last, rest.Text));
    }

    [Fact]
    public async Task A_reader_past_the_end_reads_nothing_and_ends()
    {
        _reply.Complete(null);

        await using var reader = Read(_reply, after: 99);

        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task Stop_ends_the_reply_at_once_and_keeps_the_words_already_received()
    {
        _reply.Append(new ReplyEvent.Text("Use a "));

        await _reply.StopAsync();
        _reply.Append(new ReplyEvent.Text("loop."));
        _reply.Complete(null);

        Assert.Equal("Use a ", _reply.Text);
        Assert.Equal(ReplyState.Stopped, _reply.State);
        Assert.True(_reply.Stopping.IsCancellationRequested);
        Assert.True(_reply.Ended.IsCompleted);
    }

    [Theory]
    [InlineData(ModelFault.Incomplete, ReplyState.Interrupted)]
    [InlineData(ModelFault.Stalled, ReplyState.Interrupted)]
    [InlineData(ModelFault.Unreachable, ReplyState.Failed)]
    [InlineData(null, ReplyState.Failed)]
    public void A_broken_off_answer_is_interrupted_and_any_other_failure_is_one(ModelFault? fault, ReplyState state)
    {
        _reply.Append(new ReplyEvent.Text("Use a "));

        _reply.Fail(new ReplyFailure(fault, "It broke."));

        Assert.Equal(state, _reply.State);
        Assert.Equal("Use a ", _reply.Text);
    }

    [Fact]
    public void Reasoning_is_no_part_of_the_answer_and_a_notice_holds_until_something_arrives()
    {
        _reply.Append(new ReplyEvent.Notice("Rate-limited, trying again in 4 s", TimeSpan.FromSeconds(4)));
        Assert.Equal("Rate-limited, trying again in 4 s", _reply.Notice);

        _reply.Append(new ReplyEvent.Reasoning("Hm."));
        Assert.Equal(ReplyState.Working, _reply.State);
        _reply.Append(new ReplyEvent.Text("Yes."));

        Assert.Equal((null, "Hm.", "Yes."), (_reply.Notice, _reply.Reasoning, _reply.Text));
    }

    [Fact]
    public async Task A_reader_that_goes_away_leaves_the_reply_alone()
    {
        using var gone = new CancellationTokenSource();
        await using var reader = new Reader(_reply, 0, gone.Token);
        var next = reader.NextAsync();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.True(_reply.IsArriving);
    }

    private static Reader Read(Reply reply, int after = 0) => new(reply, after, CancellationToken.None);

    private sealed class Reader(Reply reply, int after, CancellationToken cancellationToken) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<ReplyBatch> _batches = reply.WatchAsync(after, cancellationToken).GetAsyncEnumerator(CancellationToken.None);

        /// <summary>The next batch; none at the end.</summary>
        public async Task<ReplyBatch?> NextAsync() => await _batches.MoveNextAsync() ? _batches.Current : null;

        public ValueTask DisposeAsync() => _batches.DisposeAsync();
    }
}
