using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

/// <summary>Answers a request with a reply: whole as JSON, or as an event stream whose event ids are places in the reply.</summary>
internal static class ReplyResponses
{
    /// <summary>In the shape the reply was planned in. A reply without a conversation is stopped when its caller goes away.</summary>
    public static async Task<IResult> AnswerAsync(Reply reply, HttpContext context)
    {
        StopWithCaller(reply, context);
        var plan = await PlanAsync(reply, context.RequestAborted);
        var isStreamed = plan?.IsStreamed ?? false;
        context.Response.Headers["X-Delivery"] = isStreamed ? "stream" : "sync";
        context.Response.Headers["X-Delivery-Reason"] = plan?.Reason;
        context.Response.Headers["X-Reply-Id"] = reply.Id; // a caller that wants to stop or resume a stream cannot wait for its end
        if (!isStreamed)
        {
            return await WholeAsync(reply, context);
        }

        ServerTiming.TellBegin(context.Response, reply);
        return Events(reply, 0, context);
    }

    /// <summary>Everything after event number <paramref name="after"/>, until the reply's end.</summary>
    public static IResult Events(Reply reply, int after, HttpContext context) =>
        Results.ServerSentEvents(ItemsAsync(reply, after, context.Response, context.RequestAborted));

    /// <summary>A reply that is still arriving when its response is over has lost its one reader.</summary>
    public static void StopWithCaller(Reply reply, HttpContext context)
    {
        if (reply.ConversationId is null)
        {
            context.Response.OnCompleted(reply.StopAsync);
        }
    }

    /// <summary>How the model is called; none when the reply failed before that was settled.</summary>
    private static async Task<ReplyEvent.Planned?> PlanAsync(Reply reply, CancellationToken cancellationToken)
    {
        await foreach (var batch in reply.WatchAsync(0, cancellationToken))
        {
            if (batch.Events.OfType<ReplyEvent.Planned>().FirstOrDefault() is { } plan)
            {
                return plan;
            }
        }

        return null;
    }

    private static async Task<IResult> WholeAsync(Reply reply, HttpContext context)
    {
        await reply.Ended.WaitAsync(context.RequestAborted);
        ServerTiming.Tell(context.Response, reply);
        if (reply.End is ReplyEvent.Failed { Failure: var failure })
        {
            return Failure(failure, context);
        }

        var end = EndOf(reply, reply.End!);
        return Results.Ok<object>(end is RefactorEndJson made
            ? new RefactorJson(
                made.ReplyId, made.ConversationId, made.Model, made.FinishReason, "sync", made.Usage, made.Timing,
                made.Code, made.Summary, made.Changes, made.Diff)
            : new AnswerJson(end.ReplyId, end.ConversationId, reply.Text, end.Model, end.FinishReason, "sync", end.Usage, end.Timing));
    }

    public static IResult Failure(ReplyFailure failure, HttpContext context)
    {
        var problem = Problems.Of(failure);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = (problem.Extensions.TryGetValue("retryAfterSeconds", out var seconds) ? seconds : 1)?.ToString();
        }

        return Results.Problem(problem);
    }

    private static async IAsyncEnumerable<SseItem<object>> ItemsAsync(
        Reply reply, int after, HttpResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The caller learns at once that it is a stream, and which; the first event may be a model's first token away.
        await response.Body.FlushAsync(cancellationToken);
        await foreach (var batch in reply.WatchAsync(after, cancellationToken))
        {
            foreach (var item in ItemsOf(reply, batch))
            {
                yield return item;
            }
        }
    }

    /// <summary>Texts that follow each other become one delta; its id is the number of the last of them.</summary>
    private static IEnumerable<SseItem<object>> ItemsOf(Reply reply, ReplyBatch batch)
    {
        var text = new StringBuilder();
        for (var i = 0; i < batch.Events.Count; i++)
        {
            text.Append(TextOf(batch.Events[i]));
            var goesOn = i + 1 < batch.Events.Count && TextOf(batch.Events[i + 1]) is not null;
            if (text.Length > 0 && !goesOn)
            {
                yield return Item("delta", new DeltaJson(text.ToString()), batch.First + i);
                text.Clear();
            }

            if (OtherItemOf(reply, batch.Events[i], batch.First + i) is { } item)
            {
                yield return item;
            }
        }
    }

    private static string? TextOf(ReplyEvent happened) => happened switch
    {
        ReplyEvent.Text text => text.Value,
        ReplyEvent.Code code => code.Value,
        _ => null,
    };

    private static SseItem<object>? OtherItemOf(Reply reply, ReplyEvent happened, int number) => happened switch
    {
        ReplyEvent.Sentence sentence => Item("sentence", new SentenceJson(sentence.Index, sentence.Spoken), number),
        ReplyEvent.Notice notice => Item("notice", new NoticeJson(notice.Message, notice.RetryIn?.TotalSeconds), number),
        ReplyEvent.Failed failed => Item("error", Problems.Of(failed.Failure), number),
        ReplyEvent.Done or ReplyEvent.Stopped => Item("done", EndOf(reply, happened), number),
        _ => null,
    };

    private static SseItem<object> Item(string type, object data, int number) =>
        new(data, type) { EventId = number.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static EndJson EndOf(Reply reply, ReplyEvent end)
    {
        var (facts, result, finishReason) = end switch
        {
            ReplyEvent.Done done => (done.Facts, done.Result, done.Facts.FinishReason),
            ReplyEvent.Stopped stopped => (stopped.Facts, null, EndJson.Stopped),
            _ => throw new InvalidOperationException("Only a reply that is done or stopped has an end to tell."),
        };
        var (usage, timing) = (UsageJson.Of(facts.Usage), TimingJson.Of(facts.Timing));
        return result is RefactorResult made
            ? new RefactorEndJson(
                reply.Id, reply.ConversationId, facts.Model, finishReason, usage, timing,
                made.Code, made.Summary, ChangeJson.Of(made.Changes), made.Diff)
            : new EndJson(reply.Id, reply.ConversationId, facts.Model, finishReason, usage, timing);
    }
}
