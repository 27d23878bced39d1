using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>
/// Fetches an answer in one call or as a stream, whichever its expected length asks for, and goes on with an answer that was cut
/// at a limit nobody asked for. What it learns of lengths and speeds decides the next calls.
/// </summary>
public sealed class DeliveryService(
    IChatClient model,
    DeliveryPlanner planner,
    UsageHistory history,
    EndpointProfiles profiles,
    RetryPolicy retries,
    TimeProvider time)
{
    /// <summary>An endpoint with a small limit of its own is asked to go on this often before the answer is left cut.</summary>
    private const int MostContinuations = 8;

    /// <summary>Puts the answer into the reply as it arrives.</summary>
    /// <exception cref="ModelException">The model failed; what is in the reply stays valid.</exception>
    public async Task WriteAsync(DeliveryRequest request, Reply reply, CancellationToken cancellationToken)
    {
        await foreach (var text in DeliverAsync(request, reply, cancellationToken))
        {
            reply.Append(new ReplyEvent.Text(text));
        }
    }

    /// <summary>Goes on with an answer: the reply begins with what there is of it, and the rest is streamed.</summary>
    /// <exception cref="ModelException">The model failed; what is in the reply stays valid.</exception>
    public Task ContinueAsync(DeliveryRequest request, string partial, Reply reply, CancellationToken cancellationToken)
    {
        reply.Append(new ReplyEvent.Text(partial));
        return WriteAsync(request with { Choice = DeliveryChoice.Stream, Partial = partial }, reply, cancellationToken);
    }

    /// <summary>The answer's texts as they arrive. Everything else (plan, reasoning, notices, facts) goes into the reply itself.</summary>
    /// <exception cref="ModelException">The model failed; the texts before it stay valid.</exception>
    public async IAsyncEnumerable<string> DeliverAsync(
        DeliveryRequest request, Reply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = planner.Plan(request, reply.Owner, profiles.Of(model));
        reply.Meter.Planned(plan.IsStreamed, plan.Reason);
        reply.Append(new ReplyEvent.Planned(plan.IsStreamed, plan.Reason));

        var answer = new StringBuilder(request.Partial);
        var outputTokens = 0L;
        var budget = new TokenBudget(request.TokenLimit, profiles.Of(model));
        var tries = new ReplyRetries(retries, reply, time);
        DeliveryCall call;
        for (var round = 0; ; round++)
        {
            // The first call is as planned; the ones that go on with a cut answer are streamed, unless the answer has a limit of its own.
            var isStreamed = plan.IsStreamed || (round > 0 && request.TokenLimit is null);
            var tokens = round == 0 ? budget.First(isStreamed) : budget.Next(answer.Length == 0, outputTokens);
            var options = OptionsFor(request.Assignment, tokens, round == 0 && answer.Length == 0);
            call = CallFor(reply);
            var before = answer.Length;
            var overlap = new OverlapTrimmer(answer.ToString());
            var messages = Continuation.Of(request.Messages, answer.ToString());
            await foreach (var text in RoundAsync(call, messages, options, isStreamed, tries, cancellationToken))
            {
                if (overlap.Push(text) is { Length: > 0 } shown)
                {
                    answer.Append(shown);
                    yield return shown;
                }
            }

            if (overlap.Flush() is { Length: > 0 } rest)
            {
                answer.Append(rest);
                yield return rest;
            }

            outputTokens += call.Usage?.OutputTokenCount ?? 0;
            Learn(call, reply, answer.Length - before);
            if (!GoesOn(call, request, round, answer.Length))
            {
                break;
            }
        }

        if (answer.Length == 0)
        {
            throw Nothing(call);
        }

        if (outputTokens > 0 && request.TokenLimit is null)
        {
            history.Record(reply.Owner, request.Assignment.Kind, OutputEstimator.Estimate(request.Assignment), outputTokens);
        }
    }

    /// <summary>For calls that may ask for tools: what comes of each is the caller's business.</summary>
    public DeliverySteps StepsFor(Reply reply) => new(this, new ReplyRetries(retries, reply, time), reply);

    internal int TokensFor(int answer) => new TokenBudget(answer, profiles.Of(model)).First(isStreamed: true)!.Value;

    internal DeliveryCall CallFor(Reply reply) => new(model, reply, time);

    /// <summary>One call of several, which may ask for tools.</summary>
    internal async IAsyncEnumerable<string> StepAsync(
        DeliveryCall call,
        IReadOnlyList<ChatMessage> messages,
        ChatOptions options,
        bool isStreamed,
        ReplyRetries tries,
        Reply reply,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var length = 0;
        await foreach (var text in RoundAsync(call, messages, options, isStreamed, tries, cancellationToken))
        {
            length += text.Length;
            yield return text;
        }

        Learn(call, reply, length);
    }

    /// <summary>One call and its retries, none of them after the first content.</summary>
    private static async IAsyncEnumerable<string> RoundAsync(
        DeliveryCall call,
        IReadOnlyList<ChatMessage> messages,
        ChatOptions options,
        bool isStreamed,
        ReplyRetries retries,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var texts = (isStreamed
                ? call.StreamAsync(messages, options, cancellationToken)
                : call.CallAsync(messages, options, cancellationToken)).GetAsyncEnumerator(cancellationToken);

            bool hasText;
            try
            {
                hasText = await texts.MoveNextAsync();
            }
            catch (ModelException failure) when (retries.WaitAfter(failure) is { } wait)
            {
                await retries.WaitAsync(wait, failure, cancellationToken);
                continue;
            }

            for (; hasText; hasText = await texts.MoveNextAsync())
            {
                yield return texts.Current;
            }

            yield break;
        }
    }

    /// <summary>Code that is rewritten mostly stays as it is, so most of a whole answer is known beforehand.</summary>
    private static ChatOptions OptionsFor(Assignment assignment, int? tokens, bool isFirst)
    {
        var options = new ChatOptions { MaxOutputTokens = tokens };
        assignment.AttachTo(options);
        if (isFirst && assignment is { Rewrite: not null, Code.Length: > 0 })
        {
            new PredictedAnswer(assignment.Code).AttachTo(options);
        }

        return options;
    }

    private static bool GoesOn(DeliveryCall call, DeliveryRequest request, int round, int answerLength) =>
        call.FinishReason == ChatFinishReason.Length
        && (request.TokenLimit is null ? round < MostContinuations && (answerLength > 0 || round == 0) : answerLength == 0 && round == 0);

    private static ModelException Nothing(DeliveryCall call)
    {
        if (call.FinishReason != ChatFinishReason.Length)
        {
            return ModelException.NoAnswer();
        }

        var tokens = call.Usage?.OutputTokenCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"all {count:N0} tokens") : "all its tokens";
        return new ModelException(
            ModelFault.Incomplete,
            $"The model spent {tokens} it had on reasoning and wrote no answer: ask for less at once, lower Assistant:Model:ReasoningEffort, or choose a model that reasons less.");
    }

    private void Learn(DeliveryCall call, Reply reply, int length)
    {
        var endpoint = profiles.Of(model);
        if (call.HasReasoned || call.Usage?.ReasoningTokenCount > 0)
        {
            endpoint.SawReasoning();
        }

        if (call.Usage?.OutputTokenCount is { } tokens)
        {
            endpoint.SawSpeed(tokens, call.Writing);
        }

        reply.Meter.Answered(call.ModelName, call.FinishReason?.Value, UsageOf(call, length));
    }

    /// <summary>The endpoint's own count, else an estimate; none for an engine that has no tokens.</summary>
    private TokenUsage? UsageOf(DeliveryCall call, int length) =>
        call.Usage is { OutputTokenCount: { } output } usage
            ? new TokenUsage(usage.InputTokenCount ?? 0, output) { Cached = usage.CachedInputTokenCount ?? 0, Reasoning = usage.ReasoningTokenCount ?? 0 }
        : model.GetService<ChatClientMetadata>()?.ProviderUri is not null ? new TokenUsage(0, OutputEstimator.TokensIn(length), IsEstimate: true)
        : null;
}
