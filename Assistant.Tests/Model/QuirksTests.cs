using System.Net;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

/// <summary>What an endpoint does not take is found out by asking, once.</summary>
public sealed class QuirksTests : IAsyncLifetime
{
    private FakeModelServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>A property, and a failure with which some endpoint refuses it.</summary>
    public static TheoryData<string, int, string> Refusals => new()
    {
        { "stream_options", 400, """{"error":{"message":"Unknown parameter: 'stream_options'.","type":"invalid_request_error","param":"stream_options","code":"unknown_parameter"}}""" },
        { "stream_options", 400, """{"message":"body.stream_options: property 'body.stream_options' is unsupported","type":"invalid_request_error","param":"stream_options","code":"wrong_api_format"}""" },
        { "stream_options", 422, """{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}""" },
        { "stream_options", 422, """{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}}""" },
        { "stream_options", 400, """{"error":{"message":"include_usage is not supported"}}""" },
        { "stream_options", 404, """{"error":"unknown field \"stream_options\""}""" },
        { "stream_options", 405, "unsupported field stream_options" },
        { "stream_options", 500, """{"detail":"create() got an unexpected keyword argument 'stream_options'"}""" },
        { "max_completion_tokens", 400, """{"error":{"message":"Unrecognized request argument supplied: max_completion_tokens","param":null,"code":null}}""" },
        { "max_completion_tokens", 400, """{"error":"json: unknown field \"max_completion_tokens\""}""" },
        { "max_completion_tokens", 422, """{"detail":[{"loc":["body","max_tokens"],"msg":"Field required"}]}""" },
        { "temperature", 400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0.5 with this model.","param":"temperature","code":"unsupported_value"}}""" },
        { "stop", 400, """{"error":{"message":"Unsupported parameter: 'stop' is not supported with this model.","param":"stop"}}""" },
        { "stop", 400, """{"error":{"message":"The field stop is not supported."}}""" },
        { "reasoning_effort", 400, """{"error":{"message":"Unrecognized request argument supplied: reasoning_effort"}}""" },
        { "reasoning_effort", 404, """{"error":{"message":"The parameter does not exist for this model","param":"reasoning_effort"}}""" },
        { "tool_choice", 400, """{"error":{"message":"tool_choice is not supported by this model","code":"tool_choice_not_supported"}}""" },
        { "parallel_tool_calls", 400, """{"error":{"message":"`parallel_tool_calls` is not allowed"}}""" },
        { "strict", 400, """{"message":"property 'tools.0.function.strict' is unsupported","param":"tools.0.function.strict"}""" },
        { "name", 400, """{"error":{"message":"'messages.0' : for 'role:user' the following must be satisfied[('messages.0' : property 'name' is unsupported)]","type":"invalid_request_error"}}""" },
        { "name", 422, """{"detail":[{"loc":["body","messages",0,"name"],"msg":"Extra inputs are not permitted"}]}""" },
        { "prediction", 400, """{"error":{"message":"Prediction is not supported with this model","param":"prediction"}}""" },
        { "prediction", 400, """{"error":{"message":"Bad request"}}""" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_property_that_is_refused_is_left_out_at_once_and_from_then_on(string property, int status, string body)
    {
        var quirks = new EndpointQuirks();
        var client = Client(quirks);
        _server.Enqueue(FakeReply.Error(status, body));

        Assert.Equal("Hello", await AskAsync(client, property));
        Assert.Equal("Hello again", await AskAsync(client, property, "Hello again"));

        Assert.Equal([true, false, false], _server.Requests.Select(request => Sent(request, property)));
        Assert.Single(quirks.InWords);
    }

    [Fact]
    public async Task A_limit_of_tokens_goes_by_its_older_name_before_it_is_given_up()
    {
        var quirks = new EndpointQuirks();
        _server.Enqueue(Refusing("max_completion_tokens"), Refusing("max_tokens"));

        Assert.Equal("Hello", await AskAsync(Client(quirks), "max_completion_tokens"));

        Assert.Equal([200, 200, null], _server.Requests.Select(request => request.MaxTokens));
        Assert.Equal(Quirks.OlderTokenLimit | Quirks.NoTokenLimit, quirks.Known);
    }

    [Fact]
    public async Task Several_properties_are_left_out_one_after_the_other()
    {
        var quirks = new EndpointQuirks();
        _server.Enqueue(Refusing("stream_options"), Refusing("reasoning_effort"), Refusing("max_completion_tokens"));

        Assert.Equal("Hello", await AskAsync(Client(quirks), "max_completion_tokens"));

        Assert.Equal(["does not take stream_options", "takes max_tokens in place of max_completion_tokens", "does not take reasoning_effort"], quirks.InWords);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_everything_is_not_asked_for_ever()
    {
        var quirks = new EndpointQuirks();
        for (var i = 0; i < 10; i++)
        {
            _server.Enqueue(Refusing("stream_options"));
        }

        var failure = await Assert.ThrowsAsync<ModelException>(() => AskAsync(Client(quirks), "stream_options"));

        Assert.Equal(ModelFault.Refused, failure.Kind);
        Assert.Equal(2, _server.Requests.Count);
        Assert.Empty(quirks.InWords);   // leaving it out did not help, so it may have been something else
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"property 'seed' is unsupported","param":"seed"}}""")]
    [InlineData(400, """{"error":{"message":"Invalid value for messages[0].content","param":"messages[0].content"}}""")]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 100 tokens; lower max_completion_tokens.","param":"max_completion_tokens","code":"context_length_exceeded"}}""")]
    [InlineData(401, """{"error":{"message":"stream_options is not allowed for this key","param":"stream_options"}}""")]
    [InlineData(429, """{"error":{"message":"stream_options is not supported now"}}""")]
    [InlineData(500, """{"error":{"message":"CUDA out of memory"}}""")]
    public async Task Another_complaint_is_no_quirk(int status, string body)
    {
        var quirks = new EndpointQuirks();
        _server.Enqueue(FakeReply.Error(status, body));

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(Client(quirks), "max_completion_tokens"));

        Assert.Single(_server.Requests);
        Assert.Empty(quirks.InWords);
    }

    [Fact]
    public async Task What_the_person_wants_in_every_request_stays_there()
    {
        var options = new ModelOptions { Endpoint = _server.Endpoint, Name = "fake-2000", ExtraBody = """{"reasoning_effort":"high"}""" };
        _server.Enqueue(Refusing("reasoning_effort"));

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(Wire.Client(new ModelConnection(options)), "reasoning_effort"));

        Assert.Equal("high", Assert.Single(_server.Requests).Body.GetProperty("reasoning_effort").GetString());
    }

    [Fact]
    public async Task What_is_known_beforehand_is_never_tried()
    {
        var client = Client(new EndpointQuirks(Quirks.NoStreamOptions | Quirks.OlderTokenLimit));

        await AskAsync(client, "max_completion_tokens");

        var request = Assert.Single(_server.Requests);
        Assert.False(Sent(request, "stream_options"));
        Assert.Equal(200, request.Body.GetProperty("max_tokens").GetInt32());
    }

    [Fact]
    public async Task An_endpoint_keeps_its_quirks_to_itself()
    {
        await using var other = await FakeModelServer.StartAsync();
        _server.Enqueue(Refusing("stream_options"));

        await AskAsync(Client(new EndpointQuirks()), "stream_options");
        other.Enqueue(FakeReply.Text("Hello"));
        await AskAsync(Wire.ClientOf(other.Endpoint), "stream_options", answer: null);

        Assert.True(Sent(Assert.Single(other.Requests), "stream_options"));
    }

    [Fact]
    public async Task A_prediction_is_not_sent_beside_tools_or_a_limit_of_tokens()
    {
        var options = Options("prediction");
        options.MaxOutputTokens = 200;

        await AskAsync(Client(new EndpointQuirks()), options);

        Assert.False(Sent(Assert.Single(_server.Requests), "prediction"));
    }

    [Fact]
    public async Task Stopping_between_two_tries_is_not_a_failure()
    {
        using var stop = new CancellationTokenSource();
        var client = Client(new EndpointQuirks());
        _server.Enqueue(Refusing("stream_options"), FakeReply.Hang());

        var asking = Wire.AskAsync(client, isStreamed: true, stop.Token);
        await _server.RequestArrivedAsync(CancellationToken.None);
        await _server.RequestArrivedAsync(CancellationToken.None);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static FakeReply Refusing(string property) =>
        FakeReply.Error((int)HttpStatusCode.BadRequest, $$"""{"message":"property '{{property}}' is unsupported","param":"{{property}}"}""");

    private OpenAIChatClient Client(EndpointQuirks quirks) =>
        Wire.Client(new ModelConnection(new ModelOptions { Endpoint = _server.Endpoint, Name = "fake-2000", ReasoningEffort = "low" }), quirks: quirks);

    private Task<string> AskAsync(OpenAIChatClient client, string property, string? answer = "Hello")
    {
        if (answer is not null)
        {
            _server.Enqueue(FakeReply.Text(answer));
        }

        return AskAsync(client, Options(property));
    }

    private static async Task<string> AskAsync(OpenAIChatClient client, ChatOptions options)
    {
        var answer = await client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Hello?") { AuthorName = "Ann" }], options).ToListAsync();
        return string.Concat(answer.Select(update => update.Text));
    }

    /// <summary>Options with which the property is sent.</summary>
    private static ChatOptions Options(string property)
    {
        var options = new ChatOptions { Temperature = 0.5f, StopSequences = ["END"] };
        if (property == "prediction")
        {
            new PredictedAnswer("class A;").AttachTo(options);
            return options;
        }

        var tool = AIFunctionFactory.Create((int x) => x, new AIFunctionFactoryOptions { Name = "same", AdditionalProperties = new Dictionary<string, object?> { ["strict"] = true } });
        (options.MaxOutputTokens, options.Tools, options.ToolMode, options.AllowMultipleToolCalls) = (200, [tool], ChatToolMode.RequireAny, true);
        return options;
    }

    private static bool Sent(FakeRequest request, string property) => property switch
    {
        "name" => request.Body.GetProperty("messages")[0].TryGetProperty(property, out _),
        "strict" => request.Body.GetProperty("tools")[0].GetProperty("function").TryGetProperty(property, out _),
        _ => request.Body.TryGetProperty(property, out _),
    };
}
