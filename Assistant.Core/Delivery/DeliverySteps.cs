using System.Runtime.CompilerServices;
using Assistant.Core.Replies;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>The model calls of one reply that may each end in calls of tools. Retries are counted over all of them.</summary>
public sealed class DeliverySteps
{
    private readonly DeliveryService _delivery;
    private readonly ReplyRetries _retries;
    private readonly Reply _reply;

    internal DeliverySteps(DeliveryService delivery, ReplyRetries retries, Reply reply) => (_delivery, _retries, _reply) = (delivery, retries, reply);

    /// <summary>The tools that the last answer asks for; none in an answer that was cut.</summary>
    public IReadOnlyList<FunctionCallContent> Calls { get; private set; } = [];

    /// <summary>The last answer ended at a limit of tokens; a call it was about to make is lost.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The limit to set for an answer of so many tokens: a model that reasons gets more.</summary>
    public int TokensFor(int answer) => _delivery.TokensFor(answer);

    /// <summary>The next answer's texts as they arrive; <see cref="Calls"/> are known after the last one.</summary>
    /// <exception cref="Model.ModelException">The model failed; no call of a broken answer is known.</exception>
    public async IAsyncEnumerable<string> NextAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, bool isStreamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (Calls, IsCut) = ([], false);
        var call = _delivery.CallFor(_reply);
        await foreach (var text in _delivery.StepAsync(call, messages, options, isStreamed, _retries, _reply, cancellationToken))
        {
            yield return text;
        }

        (Calls, IsCut) = (call.ToolCalls, call.FinishReason == ChatFinishReason.Length);
    }
}
