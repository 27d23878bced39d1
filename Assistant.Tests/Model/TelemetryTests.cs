using System.Diagnostics;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Model;

/// <summary>What operators get to know of a call: what it cost, and never what was said in it.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Prompt = "PROMPT-dK3";
    private const string Answer = "ANSWER-x7Q";

    private readonly string _model = $"model-{Guid.NewGuid():N}";
    private readonly CapturedLog _log = new();
    private FakeModelServer _server = null!;
    private Heard _heard = null!;

    public static TheoryData<string, int, string> Failures => new()
    {
        { "echoes the key", 401, $$$"""{"error":{"message":"Incorrect API key: {{{Wire.Key}}}"}}""" },
        { "quotes the prompt", 400, $$$"""{"error":{"message":"Cannot read: {{{Prompt}}}","param":"messages"}}""" },
        { "quotes the prompt in its code", 500, $$$"""{"error":{"message":"failed","code":"{{{Prompt}}}","type":"{{{Answer}}}"}}""" },
        { "names its request after the prompt", 429, $$"""{"message":"{{Prompt}}"}""" },
        { "sends a page", 502, $"<h1>{Prompt}</h1>" },
        { "sends words for an answer", 200, Prompt },
        { "breaks off", 200, WireCases.Delta(Answer) },
        { "fails in the middle", 200, WireCases.Delta(Answer) + "event: error\ndata: " + Prompt + "\n\n" },
    };

    public async Task InitializeAsync() => (_server, _heard) = (await FakeModelServer.StartAsync(), new Heard(_model));

    public async Task DisposeAsync()
    {
        _heard.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_traced_under_the_names_of_the_conventions()
    {
        _server.Enqueue(FakeReply.Text("Use a ", "loop."));

        await AskAsync(isStreamed: true);

        var activity = Assert.Single(_heard.Activities);
        Assert.Equal(($"chat {_model}", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(["stop"], (string[])activity.GetTagItem("gen_ai.response.finish_reasons")!);
        var tags = activity.TagObjects.Where(tag => tag.Value is not string[]).ToDictionary(tag => tag.Key, tag => $"{tag.Value}");
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = _model,
                ["gen_ai.request.max_tokens"] = "300",
                ["gen_ai.response.model"] = _model,
                ["gen_ai.response.id"] = "chatcmpl-fake",
                ["gen_ai.usage.input_tokens"] = "100",
                ["gen_ai.usage.output_tokens"] = "2",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = $"{_server.Endpoint.Port}",
            },
            tags);
    }

    [Fact]
    public async Task A_call_is_measured_under_the_names_of_the_conventions()
    {
        _server.Enqueue(FakeReply.Text("Use a ", "loop."));

        await AskAsync(isStreamed: true);

        Assert.Equal((100, 2), (_heard.The("gen_ai.client.token.usage", "input").Value, _heard.The("gen_ai.client.token.usage", "output").Value));
        Assert.InRange(_heard.The("gen_ai.server.time_to_first_token").Value, double.Epsilon, _heard.The("gen_ai.client.operation.duration").Value);
        Assert.All(_heard.Measurements, measured => Assert.Equal((_model, "chat", "127.0.0.1"), (measured.Tags["gen_ai.response.model"], measured.Tags["gen_ai.operation.name"], measured.Tags["server.address"])));
    }

    [Fact]
    public async Task A_whole_answer_has_no_first_token()
    {
        _server.Enqueue(FakeReply.Text("Use a loop."));

        await AskAsync(isStreamed: false);

        Assert.DoesNotContain(_heard.Measurements, measured => measured.Name == "gen_ai.server.time_to_first_token");
    }

    [Fact]
    public async Task A_failure_is_named_by_its_kind()
    {
        _server.Enqueue(FakeReply.Error(429, """{"error":{"message":"Slow down"}}"""));

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(isStreamed: true));

        Assert.Equal("rate-limited", _heard.The("gen_ai.client.operation.duration").Tags["error.type"]);
        var activity = Assert.Single(_heard.Activities);
        Assert.Equal(("rate-limited", 429, ActivityStatusCode.Error), (activity.GetTagItem("error.type"), activity.GetTagItem("http.response.status_code"), activity.Status));
    }

    [Fact]
    public async Task Stopping_is_no_error()
    {
        using var stop = new CancellationTokenSource();
        _server.Enqueue(FakeReply.Hang());

        var asking = AskAsync(isStreamed: true, stop.Token);
        await _server.RequestArrivedAsync(CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.DoesNotContain("error.type", _heard.The("gen_ai.client.operation.duration").Tags.Keys);
        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(_heard.Activities).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_prompt_answer_or_key_is_logged_measured_or_traced(bool isStreamed)
    {
        _server.Enqueue(FakeReply.Text(Answer));

        await AskAsync(isStreamed);

        AssertSaysNothing();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Not_even_when_the_endpoint(string fault, int status, string body)
    {
        foreach (var isStreamed in new[] { true, false })
        {
            _server.Enqueue(FakeReply.Raw(body, "text/plain", status));

            await Assert.ThrowsAsync<ModelException>(() => AskAsync(isStreamed));
        }

        Assert.True(_log.Lines.Count > 0, fault);
        AssertSaysNothing();
    }

    private void AssertSaysNothing()
    {
        Assert.All([.. _log.Lines, _heard.Words], words =>
        {
            Assert.DoesNotContain(Prompt, words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Answer, words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Wire.Key, words, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(_model, _heard.Words, StringComparison.Ordinal);
    }

    private async Task AskAsync(bool isStreamed, CancellationToken cancellationToken = default)
    {
        var settings = new ModelOptions { Endpoint = _server.Endpoint, Name = _model, ApiKey = Wire.Key };
        var client = new ModelSelection(Options.Create(settings), TimeProvider.System, _log).Endpoint!.Client;
        var options = new ChatOptions { MaxOutputTokens = 300 };
        if (isStreamed)
        {
            await client.GetStreamingResponseAsync(Prompt, options, cancellationToken).ToListAsync(cancellationToken);
        }
        else
        {
            await client.GetResponseAsync(Prompt, options, cancellationToken);
        }
    }
}
