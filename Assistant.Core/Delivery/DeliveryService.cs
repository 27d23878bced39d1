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
    /// <summary>The limit of a synchronous call: enough for the short answers it is chosen for, and soon reached by the others.</summary>
    public const int SyncTokens = 200;

    /// <summary>What a model that reasons gets on top of a limit, so that thinking does not eat the answer.</summary>
    public const int ReasoningAllowance = 2_000;

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
        for (var round = 0; ; round++)
        {
            var call = new DeliveryCall(model, reply, time);
            var before = answer.Length;
            var overlap = new OverlapTrimmer(answer.ToString());
            await foreach (var text in RoundAsync(call, request, plan, round, answer.ToString(), reply, cancellationToken))
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
            throw new ModelException(ModelFault.Incomplete, "The model ended without an answer. Please try again, or ask in other words.");
        }

        if (outputTokens > 0 && request.TokenLimit is null)
        {
            history.Record(reply.Owner, request.Assignment.Kind, OutputEstimator.Estimate(request.Assignment), outputTokens);
        }
    }

    /// <summary>One call and its retries. The first is as planned; the ones that go on with a cut answer are always streamed.</summary>
    private async IAsyncEnumerable<string> RoundAsync(
        DeliveryCall call, DeliveryRequest request, DeliveryPlan plan, int round, string answer, Reply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isStreamed = plan.IsStreamed || (round > 0 && request.TokenLimit is null);
        var messages = Continuation.Of(request.Messages, answer);
        for (var retry = 1; ; retry++)
        {
            var options = new ChatOptions { MaxOutputTokens = TokenLimit(request, isStreamed, round) };
            request.Assignment.AttachTo(options);
            await using var texts = (isStreamed
                ? call.StreamAsync(messages, options, cancellationToken)
                : call.CallAsync(messages, options, cancellationToken)).GetAsyncEnumerator(cancellationToken);

            bool hasText;
            try
            {
                hasText = await texts.MoveNextAsync();
            }
            catch (ModelException failure) when (retries.WaitBefore(retry, failure) is { } wait)
            {
                await WaitAsync(wait, failure, reply, cancellationToken);
                continue;
            }

            for (; hasText; hasText = await texts.MoveNextAsync())
            {
                yield return texts.Current;
            }

            yield break;
        }
    }

    private async Task WaitAsync(TimeSpan wait, ModelException failure, Reply reply, CancellationToken cancellationToken)
    {
        var what = failure.Kind == ModelFault.RateLimited ? "Rate-limited" : "The model endpoint is busy";
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        reply.Append(new ReplyEvent.Notice(string.Create(CultureInfo.InvariantCulture, $"{what}, trying again in {seconds} s"), wait));

        var started = time.GetTimestamp();
        await Task.Delay(wait, time, cancellationToken);
        reply.Meter.Waited(time.GetElapsedTime(started));
    }

    /// <summary>A capped request whose whole budget went into reasoning is asked once more with room for the answer.</summary>
    private int? TokenLimit(DeliveryRequest request, bool isStreamed, int round)
    {
        var limit = request.TokenLimit ?? (isStreamed ? null : SyncTokens);
        return limit + (profiles.Of(model).Reasons || round > 0 ? ReasoningAllowance : 0);
    }

    private static bool GoesOn(DeliveryCall call, DeliveryRequest request, int round, int answerLength) =>
        call.FinishReason == ChatFinishReason.Length
        && (request.TokenLimit is null ? round < MostContinuations && (answerLength > 0 || round == 0) : answerLength == 0 && round == 0);

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
        call.Usage is { OutputTokenCount: { } output } usage ? new TokenUsage(usage.InputTokenCount ?? 0, output)
        : model.GetService<ChatClientMetadata>()?.ProviderUri is not null ? new TokenUsage(0, OutputEstimator.TokensIn(length), IsEstimate: true)
        : null;
}
