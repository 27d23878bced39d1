using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>One call of a model, whole or streamed, read as a sequence of texts: each may hold many tokens or none.</summary>
internal sealed class DeliveryCall(IChatClient model, Reply reply, TimeProvider time)
{
    private readonly List<FunctionCallContent> _toolCalls = [];
    private long? _firstContent;

    public string? ModelName { get; private set; }

    public ChatFinishReason? FinishReason { get; private set; }

    /// <summary>None where the endpoint does not say.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>The tools it asks for, known at its end.</summary>
    public IReadOnlyList<FunctionCallContent> ToolCalls => _toolCalls;

    public bool HasReasoned { get; private set; }

    /// <summary>From the first content to the end; a whole answer's first content is not known, so there it is the whole call.</summary>
    public TimeSpan Writing { get; private set; }

    public async IAsyncEnumerable<string> StreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        reply.Meter.CallSent();
        try
        {
            await foreach (var update in model.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                reply.Meter.Arrived();
                Read(update.ModelId, update.FinishReason, update.Contents, update.AdditionalProperties);
                if (update.Contents.Any(content => content is TextContent or TextReasoningContent))
                {
                    _firstContent ??= time.GetTimestamp();
                    yield return update.Text;
                }
            }

            Writing = _firstContent is { } first ? time.GetElapsedTime(first) : TimeSpan.Zero;
        }
        finally
        {
            reply.Meter.CallEnded();
        }
    }

    public async IAsyncEnumerable<string> CallAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (response, failure) = await RespondAsync(messages, options, cancellationToken);
        if (response is not null)
        {
            Read(response.ModelId, response.FinishReason, response.Messages.SelectMany(message => message.Contents), response.AdditionalProperties);
            Usage = response.Usage;
            yield return response.Text;
        }
        else
        {
            // The answer broke off: what there is of it is shown before the failure.
            yield return failure!.PartialText!;
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task<(ChatResponse? Response, ModelException? Failure)> RespondAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        var sent = time.GetTimestamp();
        reply.Meter.CallSent();
        try
        {
            var response = await model.GetResponseAsync(messages, options, cancellationToken);
            reply.Meter.Arrived();
            return (response, null);
        }
        catch (ModelException failure) when (!string.IsNullOrEmpty(failure.PartialText))
        {
            return (null, failure);
        }
        finally
        {
            reply.Meter.CallEnded();
            Writing = time.GetElapsedTime(sent);
        }
    }

    private void Read(string? modelName, ChatFinishReason? finishReason, IEnumerable<AIContent> contents, AdditionalPropertiesDictionary? properties)
    {
        ModelName = modelName ?? ModelName;
        FinishReason = finishReason ?? FinishReason;
        foreach (var content in contents)
        {
            if (content is TextReasoningContent reasoning)
            {
                HasReasoned = true;
                reply.Append(new ReplyEvent.Reasoning(reasoning.Text));
            }
            else if (content is FunctionCallContent toolCall)
            {
                _toolCalls.Add(toolCall);
            }
            else if (content is UsageContent usage)
            {
                Usage = usage.Details;
            }
        }

        if (EndpointTiming.Of(properties) is { } timing)
        {
            reply.Meter.Reported(timing.Queue, timing.Prompt, timing.Completion);
        }
    }
}
