using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

public sealed class RequestsTests : IDisposable
{
    private readonly WireHandler _handler = new(() => WireStream.Of(Encoding.UTF8.GetBytes(FakeAnswer.Whole("Hello", "stop", FakeAnswer.Usage(1, 1)))));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_whole_call_sends_model_and_messages_and_nothing_else()
    {
        await Wire.Client(_handler).GetResponseAsync([new(ChatRole.System, "Be brief."), new(ChatRole.User, "Why <T>?")]);

        Assert.Equal("""{"model":"configured","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why <T>?"}]}""", Assert.Single(_handler.Bodies));
        var request = Assert.Single(_handler.Requests);
        Assert.Equal("https://model.test/v1/chat/completions", request.RequestUri!.AbsoluteUri);
        Assert.Equal($"Bearer {Wire.Key}", request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task HTTP_2_is_used_where_it_is_offered()
    {
        await Wire.Client(_handler).GetResponseAsync(Wire.Question);

        var request = Assert.Single(_handler.Requests);
        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), (request.Version, request.VersionPolicy));
    }

    [Fact]
    public async Task A_streamed_call_asks_for_usage()
    {
        await Wire.Client(_handler).GetStreamingResponseAsync(Wire.Question).ToListAsync();

        Assert.Equal("""{"include_usage":true}""", Sent()["stream_options"]!.ToJsonString());
        Assert.True((bool)Sent()["stream"]!);
    }

    [Fact]
    public async Task Options_are_sent_under_the_names_endpoints_know()
    {
        var options = new ChatOptions { ModelId = "other", Instructions = "Be kind.", MaxOutputTokens = 200, Temperature = 0.5f, StopSequences = ["END"], Tools = [Tool()], ToolMode = ChatToolMode.RequireSpecific("add") };
        var settings = new ModelOptions { Endpoint = Wire.Options.Endpoint, Name = "configured", ReasoningEffort = "low", ExtraBody = """{"seed":7,"temperature":null,"messages":[]}""" };

        await Wire.Client(_handler, settings).GetResponseAsync(Wire.Question, options);

        var sent = Sent();
        Assert.Equal(("other", 200, "low", 7), ((string)sent["model"]!, (int)sent["max_completion_tokens"]!, (string)sent["reasoning_effort"]!, (int)sent["seed"]!));
        Assert.Equal("""["END"]""", sent["stop"]!.ToJsonString());
        Assert.Equal("""{"type":"function","function":{"name":"add"}}""", sent["tool_choice"]!.ToJsonString());
        Assert.Equal("add", (string)sent["tools"]![0]!["function"]!["name"]!);
        Assert.Equal("object", (string)sent["tools"]![0]!["function"]!["parameters"]!["type"]!);
        Assert.Equal("Be kind.", (string)sent["messages"]![0]!["content"]!);
        Assert.False(sent.ContainsKey("temperature"));
        Assert.Equal(2, sent["messages"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("auto", null)]
    [InlineData("none", "none")]
    [InlineData("required", "required")]
    public async Task Each_tool_mode_has_its_word(string? mode, string? word)
    {
        ChatToolMode? toolMode = mode switch { "auto" => ChatToolMode.Auto, "none" => ChatToolMode.None, "required" => ChatToolMode.RequireAny, _ => null };

        await Wire.Client(_handler).GetResponseAsync(Wire.Question, new ChatOptions { Tools = [Tool()], ToolMode = toolMode });

        Assert.Equal(word, (string?)Sent()["tool_choice"]);
    }

    [Fact]
    public async Task A_tool_choice_without_tools_is_not_sent()
    {
        await Wire.Client(_handler).GetResponseAsync(Wire.Question, new ChatOptions { ToolMode = ChatToolMode.RequireAny });

        Assert.False(Sent().ContainsKey("tool_choice"));
    }

    [Fact]
    public async Task Tool_calls_and_their_results_go_back_as_they_came()
    {
        ChatMessage[] messages =
        [
            new(ChatRole.User, "1+2?"),
            new(ChatRole.Assistant, [new TextReasoningContent("Hm."), new TextContent("Let me see."), new FunctionCallContent("a", "add", new Dictionary<string, object?> { ["x"] = 1 }), new FunctionCallContent("b", "add")]),
            new(ChatRole.Tool, [new FunctionResultContent("a", 3), new FunctionResultContent("b", "text"), new FunctionResultContent("c", JsonSerializer.SerializeToElement("json"))]),
            new(ChatRole.Assistant, ""),
        ];

        await Wire.Client(_handler).GetResponseAsync(messages);

        Assert.Equal(
            """[{"role":"user","content":"1+2?"},{"role":"assistant","content":"Let me see.","tool_calls":[{"id":"a","type":"function","function":{"name":"add","arguments":"{\"x\":1}"}},{"id":"b","type":"function","function":{"name":"add","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":"3"},{"role":"tool","tool_call_id":"b","content":"text"},{"role":"tool","tool_call_id":"c","content":"json"}]""",
            JsonNode.Parse(Assert.Single(_handler.Bodies))!["messages"]!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes()
    {
        var options = new ChatOptions { Tools = [Tool()] };

        await Wire.Client(_handler).GetResponseAsync(Wire.Question, options);
        await Wire.Client(_handler).GetResponseAsync(Wire.Question, options.Clone());

        Assert.Equal(_handler.Bodies[0], _handler.Bodies[1]);
    }

    [Fact]
    public void The_client_says_what_it_stands_for()
    {
        var client = Wire.Client(_handler);

        var metadata = client.GetService<ChatClientMetadata>()!;

        Assert.Equal(("openai", "https://model.test/v1", "configured"), (metadata.ProviderName, metadata.ProviderUri!.AbsoluteUri, metadata.DefaultModelId));
        Assert.Same(client, client.GetService<OpenAIChatClient>());
        Assert.Null(client.GetService<string>());
    }

    private JsonObject Sent() => JsonNode.Parse(_handler.Bodies[^1])!.AsObject();

    private static AIFunction Tool() => AIFunctionFactory.Create((int x, int y) => x + y, "add", "Adds two numbers.");
}
