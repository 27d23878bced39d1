using System.Net;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Endpoints;

public sealed class StreamEndpointTests
{
    private const string Long = "Implement a cache";

    [Fact]
    public async Task A_short_generation_is_json_and_says_why()
    {
        await using var api = new Api(new ScriptedModel(["Yes."]));

        var response = await api.PostAsync("/api/generate", new { prompt = "Is it safe?" });

        Assert.Equal("sync", response.Headers.GetValues("X-Delivery").Single());
        Assert.Contains("short answer expected", response.Headers.GetValues("X-Delivery-Reason").Single(), StringComparison.Ordinal);
        Assert.Equal("Yes.", (await Api.JsonAsync(response)).GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_long_generation_is_a_stream_of_deltas_and_a_done()
    {
        await using var api = new Api(new ScriptedModel(["class ", "", "Cache"], usage: new UsageDetails { InputTokenCount = 9, OutputTokenCount = 3 }));

        var response = await api.PostAndReadAsync("/api/generate", new { prompt = Long });

        Assert.Equal("stream", response.Headers.GetValues("X-Delivery").Single());
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = await Api.EventsAsync(response);
        Assert.Equal("class Cache", string.Concat(events.SkipLast(1).Select(item => item.Data.GetProperty("text").GetString())));
        Assert.All(events.SkipLast(1), item => Assert.Equal("delta", item.EventType));
        var done = events[^1];
        Assert.Equal(("done", "scripted", "stop", 3), (
            done.EventType,
            done.Data.GetProperty("model").GetString(),
            done.Data.GetProperty("finishReason").GetString(),
            done.Data.GetProperty("usage").GetProperty("outputTokens").GetInt32()));
    }

    [Theory]
    [InlineData("stream", "Is it safe?", "stream")]
    [InlineData("sync", Long, "sync")]
    [InlineData("auto", Long, "stream")]
    public async Task The_caller_may_choose_the_delivery(string delivery, string prompt, string expected)
    {
        await using var api = new Api(new ScriptedModel(["Yes."]));

        var response = await api.PostAsync("/api/generate", new { prompt, delivery });

        Assert.Equal(expected, response.Headers.GetValues("X-Delivery").Single());
    }

    [Fact]
    public async Task An_unknown_delivery_names_its_field()
    {
        await using var api = new Api(new ScriptedModel(["Yes."]));

        var response = await api.PostAsync("/api/generate", new { prompt = "x", delivery = "fast" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await Api.JsonAsync(response)).GetProperty("errors").TryGetProperty("delivery", out _));
    }

    [Fact]
    public async Task A_synchronous_answer_that_is_cut_is_joined_in_the_same_json()
    {
        await using var api = new Api(new ScriptedModel(
            new ScriptedTurn("The first half") { FinishReason = ChatFinishReason.Length, Usage = Usage(200) },
            new ScriptedTurn(" and the second.") { Usage = Usage(40) }));

        var json = await Api.JsonAsync(await api.PostAsync("/api/generate", new { prompt = "Is it safe?" }));

        Assert.Equal(("The first half and the second.", "stop", 240), (
            json.GetProperty("answer").GetString(),
            json.GetProperty("finishReason").GetString(),
            json.GetProperty("usage").GetProperty("outputTokens").GetInt32()));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_ends_in_an_error_after_what_had_arrived()
    {
        await using var api = new Api(new ScriptedModel(["class "], failure: new ModelException(ModelFault.Incomplete, "It broke off.")));

        var events = await Api.EventsAsync(await api.PostAndReadAsync("/api/generate", new { prompt = Long }));

        Assert.Equal(["delta", "error"], events.Select(item => item.EventType));
        Assert.Equal(("incomplete", 502, "It broke off."), (
            events[1].Data.GetProperty("kind").GetString(),
            events[1].Data.GetProperty("status").GetInt32(),
            events[1].Data.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_retry_is_told_before_the_first_delta()
    {
        var limited = new ModelException(ModelFault.RateLimited, "Too many.") { RetryAfter = TimeSpan.Zero };
        await using var api = new Api(new ScriptedModel(new ScriptedTurn { Failure = limited }, new ScriptedTurn("class Cache")));

        var events = await Api.EventsAsync(await api.PostAndReadAsync("/api/generate", new { prompt = Long }));

        Assert.Equal(["notice", "delta", "done"], events.Select(item => item.EventType));
        Assert.Equal(0, events[0].Data.GetProperty("retryInSeconds").GetDouble());
    }

    [Fact]
    public async Task A_reply_can_be_read_again_from_any_event()
    {
        await using var api = new Api(new ScriptedModel(["class ", "Cache"]));
        var first = await Api.EventsAsync(await api.PostAndReadAsync("/api/generate", new { prompt = Long }));
        var id = first[^1].Data.GetProperty("replyId").GetString();

        var whole = await Api.EventsAsync(await ReadReplyAsync(api, id, null));
        var rest = await Api.EventsAsync(await ReadReplyAsync(api, id, "2"));
        var nothing = await Api.EventsAsync(await ReadReplyAsync(api, id, whole[^1].EventId));

        Assert.Equal("class Cache", whole[0].Data.GetProperty("text").GetString());
        Assert.Equal("Cache", rest[0].Data.GetProperty("text").GetString());
        Assert.Equal(first[^1].EventId, rest[^1].EventId);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task Stop_ends_the_stream_with_what_had_arrived()
    {
        await using var api = new Api(new ScriptedModel(["Use a "], thenHang: true));
        var response = await api.PostAndReadAsync("/api/generate", new { prompt = Long, conversationId = "new" });
        await using var events = Api.ReadAsync(response).GetAsyncEnumerator();
        await events.MoveNextAsync();

        var stopped = await api.Http.PostAsync(new Uri($"/api/replies/{response.Headers.GetValues("X-Reply-Id").Single()}/stop", UriKind.Relative), null);
        await events.MoveNextAsync();

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Equal(("done", "stopped"), (events.Current.EventType, events.Current.Data.GetProperty("finishReason").GetString()));
    }

    [Fact]
    public async Task A_call_without_a_conversation_is_cancelled_when_its_caller_goes_away()
    {
        var cancelled = new TaskCompletionSource();
        await using var api = new Api(new NeverEndingModel(cancelled));
        using var caller = new CancellationTokenSource();
        var response = await api.PostAndReadAsync("/api/generate", new { prompt = Long }, caller.Token);

        response.Dispose();
        await caller.CancelAsync();

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("/api/replies/nope")]
    [InlineData("/api/replies/nope/stop")]
    public async Task An_unknown_reply_is_not_found(string path)
    {
        await using var api = new Api(new ScriptedModel(["Yes."]));
        var address = new Uri(path, UriKind.Relative);

        var response = path.EndsWith("stop", StringComparison.Ordinal) ? await api.Http.PostAsync(address, null) : await api.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Refactored_code_streams_alone_and_done_explains_it()
    {
        await using var api = new Api(new ScriptedModel(["```csharp\nvar a = 1;\n", "```\nShorter.\n- line 1: `var` instead of the type.\n"]));

        var events = await Api.EventsAsync(await api.PostAndReadAsync("/api/refactor", new { code = "int a = 1;", delivery = "stream" }));

        Assert.Equal("var a = 1;", string.Concat(events.SkipLast(1).Select(item => item.Data.GetProperty("text").GetString())));
        var done = events[^1].Data;
        Assert.Equal(("var a = 1;", "Shorter."), (done.GetProperty("code").GetString(), done.GetProperty("summary").GetString()));
        var change = done.GetProperty("changes")[0];
        Assert.Equal(("`var` instead of the type.", 1), (change.GetProperty("title").GetString(), change.GetProperty("line").GetInt32()));
        Assert.False(change.TryGetProperty("id", out _));
        Assert.StartsWith("--- a/code\n+++ b/code\n@@ -1,1 +1,1 @@\n-int a = 1;", done.GetProperty("diff").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_refactoring_is_one_response_with_the_same_fields()
    {
        await using var api = new Api(new ScriptedModel(["```csharp\nvar a = 1;\n```\nShorter."]));

        var response = await api.PostAsync("/api/refactor", new { code = "int a = 1;", language = "C#", instruction = "Use var" });

        var json = await Api.JsonAsync(response);
        Assert.Equal("sync", response.Headers.GetValues("X-Delivery").Single());
        Assert.Equal(("var a = 1;", "Shorter.", "sync", 0), (
            json.GetProperty("code").GetString(), json.GetProperty("summary").GetString(), json.GetProperty("delivery").GetString(), json.GetProperty("changes").GetArrayLength()));
    }

    private static Task<HttpResponseMessage> ReadReplyAsync(Api api, string? id, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/replies/{id}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static UsageDetails Usage(int output) => new() { InputTokenCount = 10, OutputTokenCount = output };
}
