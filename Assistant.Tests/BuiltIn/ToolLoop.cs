using Assistant.Core.BuiltIn;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.BuiltIn;

/// <summary>Calls a chat client as an agent does: the tools it asks for are called, and their answers sent back, until it answers in words.</summary>
internal sealed class ToolLoop(BuiltInChatClient client)
{
    // A plan that never ends shows here rather than by a test that hangs.
    private const int MostRounds = 20;

    private readonly List<AITool> _tools = [];

    /// <summary>The calls in their order, as "name(argument, argument)".</summary>
    public List<string> Calls { get; } = [];

    public List<string> CallIds { get; } = [];

    public ToolLoop With(string name, Func<AIFunctionArguments, object?> answer)
    {
        _tools.Add(new ScriptedTool(name, answer));
        return this;
    }

    public async Task<ChatResponse> RunAsync(string request)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, "(a prompt for models)"), new(ChatRole.User, request) };
        for (var round = 0; round < MostRounds; round++)
        {
            var response = await client.GetResponseAsync(messages, new ChatOptions { Tools = _tools });
            messages.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
            {
                return response;
            }

            Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
            Assert.Equal("", response.Text);
            var results = new List<AIContent>();
            foreach (var call in calls)
            {
                results.Add(new FunctionResultContent(call.CallId, await CallAsync(call)));
            }

            messages.Add(new ChatMessage(ChatRole.Tool, results));
        }

        throw new InvalidOperationException("The engine never answers in words.");
    }

    private async Task<object?> CallAsync(FunctionCallContent call)
    {
        Calls.Add($"{call.Name}({string.Join(", ", call.Arguments!.Values)})");
        CallIds.Add(call.CallId);
        return await _tools.OfType<AIFunction>().Single(tool => tool.Name == call.Name).InvokeAsync(new AIFunctionArguments(call.Arguments));
    }

    private sealed class ScriptedTool(string name, Func<AIFunctionArguments, object?> answer) : AIFunction
    {
        public override string Name => name;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(answer(arguments));
    }
}
