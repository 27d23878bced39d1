using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Fakes;

/// <summary>A model in memory that says what the test wrote down, one turn for each call; the last turn is repeated.</summary>
public sealed class ScriptedModel(params ScriptedTurn[] turns) : IChatClient
{
    private readonly ConcurrentQueue<ScriptedCall> _calls = new();
    private int _turn;

    public ScriptedModel(string[] parts, bool thenHang = false, UsageDetails? usage = null, ChatFinishReason? finishReason = null, Exception? failure = null)
        : this(new ScriptedTurn(parts) { ThenHang = thenHang, Usage = usage, FinishReason = finishReason, Failure = failure })
    {
    }

    /// <summary>The name each answer gives as its model.</summary>
    public string ModelId { get; init; } = "scripted";

    public IReadOnlyList<ScriptedCall> Calls => [.. _calls];

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in AnswerAsync(messages, options, isStreamed: false, cancellationToken))
        {
            updates.Add(update);
        }

        return updates.ToChatResponse();
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(messages, options, isStreamed: true, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, ModelId)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _calls.Enqueue(new ScriptedCall([.. messages], options?.Clone(), isStreamed));
        var turn = turns[Math.Min(Interlocked.Increment(ref _turn), turns.Length) - 1];

        var reasoning = turn.Reasoning.Select(AIContent (text) => new TextReasoningContent(text));
        foreach (var content in reasoning.Concat(turn.Parts.Select(text => new TextContent(text))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Update(content);
        }

        if (turn.Gate is not null)
        {
            await turn.Gate.PassAsync(cancellationToken);
        }

        if (turn.Failure is not null)
        {
            throw turn.Failure;
        }

        if (turn.ThenHang)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        yield return End(turn);
    }

    private ChatResponseUpdate End(ScriptedTurn turn)
    {
        var end = Update([.. turn.ToolCalls]);
        end.FinishReason = turn.FinishReason ?? (turn.ToolCalls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop);
        end.AdditionalProperties = turn.AdditionalProperties;
        if (turn.Usage is not null)
        {
            end.Contents.Add(new UsageContent(turn.Usage));
        }

        return end;
    }

    private ChatResponseUpdate Update(params AIContent[] contents) => new(ChatRole.Assistant, [.. contents]) { ModelId = ModelId };
}
