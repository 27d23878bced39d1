using System.Text;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

public sealed class LimitsTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly WireStream _wire = new();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_stream_without_a_first_byte_times_out()
    {
        var asking = AskAsync(isStreamed: true);

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(asking.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(ModelFault.Timeout, (await asking).Failure!.Kind);
    }

    [Fact]
    public async Task Comments_and_empty_deltas_do_not_hide_a_stall()
    {
        await SendAsync(WireCases.Delta("Hello"), out var asking);
        _time.Advance(TimeSpan.FromSeconds(40));
        await SendAsync(": still here\n\n" + WireCases.Delta("") + "data: {\"choices\":[]}\n\n");
        Assert.False(asking.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(21));

        var seen = await asking;
        Assert.Equal(("Hello", ModelFault.Stalled), (seen.Text, seen.Failure!.Kind));
    }

    [Fact]
    public async Task Content_starts_the_wait_anew()
    {
        await SendAsync(WireCases.Delta("Hel"), out var asking);
        _time.Advance(TimeSpan.FromSeconds(50));
        await SendAsync(WireCases.Delta("lo"));
        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.False(asking.IsCompleted);

        _wire.Send(Encoding.UTF8.GetBytes(FakeAnswer.Finish("stop")));
        _wire.End();

        Assert.Null((await asking).Failure);
    }

    [Fact]
    public async Task Time_the_caller_takes_is_not_the_endpoint_s_silence()
    {
        await using var updates = Client().GetStreamingResponseAsync(Wire.Question).GetAsyncEnumerator();
        _wire.Send(Encoding.UTF8.GetBytes(WireCases.Delta("Hello")));
        Assert.True(await updates.MoveNextAsync());

        _time.Advance(TimeSpan.FromMinutes(5));
        _wire.Send(Encoding.UTF8.GetBytes(FakeAnswer.Finish("stop")));
        _wire.End();

        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(ChatFinishReason.Stop, updates.Current.FinishReason);
    }

    [Fact]
    public async Task A_finished_answer_does_not_wait_for_a_connection_that_stays_open()
    {
        await SendAsync(WireCases.Delta("Hello") + FakeAnswer.Finish("stop"), out var asking);

        _time.Advance(TimeSpan.FromSeconds(3));

        var seen = await asking;
        Assert.Null(seen.Failure);
        Assert.Equal("stop", seen.FinishReason);
    }

    [Fact]
    public async Task A_whole_call_has_only_the_answer_timeout()
    {
        var asking = AskAsync(isStreamed: false);

        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(asking.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));

        var failure = (await asking).Failure!;
        Assert.Equal(ModelFault.Timeout, failure.Kind);
        Assert.Contains("Assistant:Model:AnswerTimeout", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_goes_on_for_ever_is_ended()
    {
        await SendAsync(WireCases.Delta("Hello"), out var asking);
        for (var minute = 0; minute < 10; minute++)
        {
            _time.Advance(TimeSpan.FromSeconds(59));
            await SendAsync(WireCases.Delta("."));
        }

        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(ModelFault.Timeout, (await asking).Failure!.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_past_the_size_limit_is_stopped_before_it_is_parsed(bool isStreamed)
    {
        var options = new ModelOptions { Endpoint = new Uri("https://model.test/v1"), Name = "m", MaxAnswerBytes = 10_000 };
        var endless = Enumerable.Repeat(Encoding.UTF8.GetBytes(new string('x', 1000)), 1000);
        var wire = WireStream.Of([Encoding.UTF8.GetBytes(WireCases.Delta("Hello") + "data: "), .. endless]);

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => wire), options), isStreamed);

        Assert.Equal(("Hello", ModelFault.Incomplete), (seen.Text, seen.Failure!.Kind));
        Assert.Contains("Assistant:Model:MaxAnswerBytes", seen.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_content_of_what_was_parsed_counts_towards_the_size()
    {
        var options = new ModelOptions { Endpoint = new Uri("https://model.test/v1"), Name = "m", MaxAnswerBytes = 10_000 };
        var wire = WireStream.Of([.. Enumerable.Repeat(Encoding.UTF8.GetBytes(WireCases.Delta("a")), 1000), Encoding.UTF8.GetBytes(FakeAnswer.Finish("stop"))]);

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => wire), options), isStreamed: true);

        Assert.Null(seen.Failure);
        Assert.Equal(1000, seen.Text.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_is_not_a_failure(bool isStreamed)
    {
        using var stop = new CancellationTokenSource();
        var asking = Wire.AskAsync(Client(), isStreamed, stop.Token);
        await SendAsync(WireCases.Delta("Hello"));

        await stop.CancelAsync();

        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(stop.Token, stopped.CancellationToken);
    }

    private OpenAIChatClient Client() => Wire.Client(new WireHandler(() => _wire), time: _time);

    private Task<Seen> AskAsync(bool isStreamed) => Wire.AskAsync(Client(), isStreamed);

    private Task SendAsync(string text, out Task<Seen> asking)
    {
        asking = AskAsync(isStreamed: true);
        return SendAsync(text);
    }

    // Ends when the client has read the text and waits for more.
    private Task SendAsync(string text)
    {
        _wire.Send(Encoding.UTF8.GetBytes(text));
        return _wire.SendMark().Reached;
    }
}
