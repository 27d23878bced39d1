using System.Net;
using System.Net.Http.Json;
using System.Text;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Endpoints;

public sealed class AskEndpointTests
{
    private readonly ScriptedModel _model = new(["No, it is not."], usage: new UsageDetails { InputTokenCount = 12, OutputTokenCount = 5 });

    [Fact]
    public async Task A_question_is_answered_in_one_response()
    {
        await using var api = new Api(_model);

        var response = await api.PostAsync("/api/ask", new { question = "Is it safe?", code = "int x;", language = "C#" });

        var json = await Api.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("No, it is not.", json.GetProperty("answer").GetString());
        Assert.Equal(("scripted", "stop", "sync"), (json.GetProperty("model").GetString(), json.GetProperty("finishReason").GetString(), json.GetProperty("delivery").GetString()));
        Assert.Equal((12, 5), (json.GetProperty("usage").GetProperty("inputTokens").GetInt32(), json.GetProperty("usage").GetProperty("outputTokens").GetInt32()));
        Assert.Null(json.GetProperty("conversationId").GetString());
        Assert.NotEmpty(json.GetProperty("replyId").GetString()!);
    }

    [Fact]
    public async Task Its_times_add_up()
    {
        await using var api = new Api(_model);

        var timing = (await Api.JsonAsync(await api.PostAsync("/api/ask", new { question = "Is it safe?" }))).GetProperty("timing");

        double Of(string name) => timing.GetProperty(name).GetDouble();
        Assert.Equal(Of("overheadMs"), Math.Round(Of("totalMs") - Of("modelMs") - Of("waitMs"), 1));
        Assert.True(Of("totalMs") >= Of("modelMs") && Of("modelMs") >= Of("firstByteMs"));
        Assert.False(timing.TryGetProperty("queueMs", out _));
    }

    [Fact]
    public async Task A_browsers_tools_are_told_the_same_times()
    {
        await using var api = new Api(_model);

        var response = await api.PostAsync("/api/ask", new { question = "Is it safe?" });

        var timing = (await Api.JsonAsync(response)).GetProperty("timing");
        Assert.Equal(
            $"total;dur={timing.GetProperty("totalMs")}, model;dur={timing.GetProperty("modelMs")}, wait;dur={timing.GetProperty("waitMs")}, overhead;dur={timing.GetProperty("overheadMs")}",
            Assert.Single(response.Headers.GetValues("Server-Timing")));
    }

    [Fact]
    public async Task They_are_told_how_long_a_stream_took_to_begin_and_its_end_tells_the_others()
    {
        await using var api = new Api(_model);

        var response = await api.PostAsync("/api/generate", new { prompt = "Is it safe?", delivery = "stream" });

        Assert.Matches(@"^begin;dur=\d+(\.\d)?$", Assert.Single(response.Headers.GetValues("Server-Timing")));
        Assert.True((await Api.EventsAsync(response))[^1].Data.TryGetProperty("timing", out _));
    }

    [Fact]
    public async Task Usage_that_the_endpoint_does_not_tell_is_null()
    {
        await using var api = new Api(new ScriptedModel(["No."]));

        var json = await Api.JsonAsync(await api.PostAsync("/api/ask", new { question = "Is it safe?" }));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("usage").ValueKind);
    }

    [Theory]
    [InlineData("""{}""", 400, "question")]
    [InlineData("""{"question":null}""", 400, "question")]
    [InlineData("""{"question":"  "}""", 400, "question")]
    [InlineData("""{"question":5}""", 400, "question")]
    [InlineData("""{"question":"Why?","language":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""", 400, "language")]
    [InlineData("""{"question":""", 400, "body")]
    [InlineData("""null""", 400, "body")]
    [InlineData("""[]""", 400, "body")]
    [InlineData("", 400, "body")]
    public async Task Bad_input_names_its_field_and_sends_nothing_to_the_model(string body, int status, string field)
    {
        await using var api = new Api(_model);

        var response = await api.Http.PostAsync(new Uri("/api/ask", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((await Api.JsonAsync(response)).GetProperty("errors").GetProperty(field)[0].GetString()!);
        Assert.Empty(_model.Calls);
    }

    [Fact]
    public async Task Code_over_one_megabyte_is_too_large()
    {
        await using var api = new Api(_model);

        var response = await api.PostAsync("/api/ask", new { question = "Why?", code = new string('ü', 600_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1 MB", (await Api.JsonAsync(response)).GetProperty("errors").GetProperty("code")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(_model.Calls);
    }

    [Fact]
    public async Task A_body_nobody_writes_by_hand_is_too_large()
    {
        await using var api = new Api(_model);

        using var http = api.CreateAskingClient();
        using var body = JsonContent.Create(new { question = "Why?", code = new string('x', 9_000_000) });
        await body.LoadIntoBufferAsync();

        var response = await http.PostAsync(new Uri("/api/ask", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.True((await Api.JsonAsync(response)).GetProperty("errors").TryGetProperty("body", out _));
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        await using var api = new Api(_model);

        var response = await api.Http.PostAsync(new Uri("/api/ask", UriKind.Relative), new StringContent("question=Why", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEmpty((await Api.JsonAsync(response)).GetProperty("errors").GetProperty("body")[0].GetString()!);
    }

    [Theory]
    [InlineData(ModelFault.Unreachable, 502, "unreachable")]
    [InlineData(ModelFault.Unauthorized, 502, "unauthorized")]
    [InlineData(ModelFault.Quota, 502, "quota")]
    [InlineData(ModelFault.ModelNotFound, 502, "model-not-found")]
    [InlineData(ModelFault.BadResponse, 502, "bad-response")]
    [InlineData(ModelFault.Incomplete, 502, "incomplete")]
    [InlineData(ModelFault.Timeout, 504, "timeout")]
    [InlineData(ModelFault.Stalled, 504, "stalled")]
    [InlineData(ModelFault.TooLong, 422, "too-long")]
    [InlineData(ModelFault.Refused, 422, "refused")]
    [InlineData(ModelFault.Filtered, 422, "filtered")]
    public async Task A_fault_of_the_model_is_a_problem_of_its_kind(ModelFault fault, int status, string kind)
    {
        await using var api = new Api(new ScriptedModel([], failure: new ModelException(fault, "What happened.")));

        var response = await api.PostAsync("/api/ask", new { question = "Why?" });

        var problem = await Api.JsonAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal((kind, "What happened."), (problem.GetProperty("kind").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_rate_limit_that_is_too_long_to_wait_for_says_when_to_come_back()
    {
        await using var api = new Api(new ScriptedModel([], failure: new ModelException(ModelFault.RateLimited, "Too many.") { RetryAfter = TimeSpan.FromSeconds(61.5) }));

        var response = await api.PostAsync("/api/ask", new { question = "Why?" });

        var problem = await Api.JsonAsync(response);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("62", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal(("rate-limited", 62), (problem.GetProperty("kind").GetString(), problem.GetProperty("retryAfterSeconds").GetInt32()));
    }

    [Fact]
    public async Task A_conversation_is_made_only_when_it_is_asked_for()
    {
        await using var api = new Api(_model);

        var first = await Api.JsonAsync(await api.PostAsync("/api/ask", new { question = "One?", conversationId = "new" }));
        var id = first.GetProperty("conversationId").GetString();
        var second = await Api.JsonAsync(await api.PostAsync("/api/generate", new { prompt = "Is it two?", conversationId = id }));

        Assert.Equal(id, second.GetProperty("conversationId").GetString());
        Assert.Equal(["One?", "No, it is not.", "Is it two?"], _model.Calls[1].Messages.Skip(1).Select(message => message.Text));
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_found()
    {
        await using var api = new Api(_model);

        var response = await api.PostAsync("/api/ask", new { question = "Why?", conversationId = "nope" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(_model.Calls);
    }
}
