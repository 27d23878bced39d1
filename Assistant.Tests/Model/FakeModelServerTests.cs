using System.Diagnostics;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

public sealed class FakeModelServerTests : IAsyncLifetime
{
    private FakeModelServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_writes_as_many_tokens_as_the_question_names(bool isStreamed)
    {
        var response = await AskAsync("Write 1,000 tokens about caches.", isStreamed);

        Assert.Equal((1000, ChatFinishReason.Stop), (response.Usage!.OutputTokenCount, response.FinishReason));
        Assert.Equal(string.Concat(FakeMarkdown.Tokens(1000)), response.Text);
        Assert.StartsWith("## 1. The cache\n", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_at_the_limit_of_the_request()
    {
        var response = await AskAsync("Hello", isStreamed: false, new ChatOptions { MaxOutputTokens = 60 });

        Assert.Equal((60, ChatFinishReason.Length), (response.Usage!.OutputTokenCount, response.FinishReason));
    }

    [Fact]
    public async Task Its_events_carry_many_tokens_or_none()
    {
        var updates = await Client().GetStreamingResponseAsync([new(ChatRole.User, "2000 tokens")]).ToListAsync();

        Assert.InRange(updates.Count, 2, 500);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_remembers_when_its_answer_began_and_ended(bool isStreamed)
    {
        var before = Stopwatch.GetTimestamp();

        await AskAsync("60 tokens", isStreamed);

        var times = _server.Requests.Single().Times;
        Assert.InRange(times.FirstContent, before, times.LastEvent);
        Assert.InRange(times.LastEvent, before, Stopwatch.GetTimestamp());
    }

    [Fact]
    public async Task Asked_to_refactor_it_gives_the_code_back_lightly_changed()
    {
        ChatMessage[] messages = [new(ChatRole.System, "Refactor the code."), new(ChatRole.User, "```csharp\nclass A\n{\n    int x = 1;\n}\n```")];

        var response = await Client().GetResponseAsync(messages);

        Assert.Equal("```csharp\nclass A\n{\n    var x = 1;\n}\n```\n\n- line 3: use var\n", response.Text);
    }

    private OpenAIChatClient Client() => Wire.ClientOf(_server.Endpoint, "fake-10000");

    private async Task<ChatResponse> AskAsync(string question, bool isStreamed, ChatOptions? options = null)
    {
        ChatMessage[] messages = [new(ChatRole.User, question)];
        return isStreamed
            ? (await Client().GetStreamingResponseAsync(messages, options).ToListAsync()).ToChatResponse()
            : await Client().GetResponseAsync(messages, options);
    }
}
