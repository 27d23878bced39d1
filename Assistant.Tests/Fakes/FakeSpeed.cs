using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Fakes;

/// <summary>How a fake model writes: so long until the first token, then so many tokens a second.</summary>
public sealed record FakeSpeed(TimeSpan FirstToken, double TokensPerSecond)
{
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(5);

    // About as many as in the tokens of real models. To count them would hold up hundreds of answers that begin at once.
    private const int LettersInAToken = 4;

    // How much of the text due by now each event really carries: some are empty, some bring more than their share.
    private static readonly double[] Unevenness = [1, 0, 0.5, 1, 1, 0, 0.8, 1];

    /// <summary>By the number in the name: fake-2000 writes 2,000 tokens a second, fake-slow 10 after three seconds of silence.</summary>
    public static FakeSpeed Of(string model) =>
        model == "fake-slow" ? new FakeSpeed(TimeSpan.FromSeconds(3), 10)
        : new FakeSpeed(TimeSpan.FromMilliseconds(80), double.TryParse(model.Split('-')[^1], CultureInfo.InvariantCulture, out var speed) ? speed : 2000);

    public async Task WriteAsync(HttpContext context, FakeRequest request)
    {
        var (tokens, finishReason) = FakeWriter.Answer(request);
        context.Response.Headers["x-ratelimit-limit-tokens-minute"] = "1000000";
        context.Response.Headers["x-ratelimit-remaining-tokens-minute"] = "900000";
        var usage = FakeAnswer.Usage(request.Body.GetRawText().Length / LettersInAToken, tokens.Count);
        if (request.IsStreamed)
        {
            await StreamAsync(context, request, tokens, finishReason, usage);
        }
        else
        {
            await Task.Delay(FirstToken + TimeSpan.FromSeconds(tokens.Count / TokensPerSecond), context.RequestAborted);
            context.Response.ContentType = "application/json";
            var text = string.Concat(tokens);
            request.Times.Sending(text);
            request.Times.SendingEnd();
            await context.Response.WriteAsync(FakeAnswer.Whole(text, finishReason, usage, request.Model), context.RequestAborted);
        }
    }

    private async Task StreamAsync(HttpContext context, FakeRequest request, IReadOnlyList<string> tokens, string finishReason, object usage)
    {
        context.Response.ContentType = "text/event-stream";
        await Task.Delay(FirstToken, context.RequestAborted);

        var clock = Stopwatch.StartNew();
        var written = 0;
        for (var number = 0; written < tokens.Count; number++)
        {
            var due = Math.Min(tokens.Count, (int)(clock.Elapsed.TotalSeconds * TokensPerSecond) + 1);
            var count = due == tokens.Count ? due - written : (int)((due - written) * Unevenness[number % Unevenness.Length]);
            var text = string.Concat(tokens.Skip(written).Take(count));
            request.Times.Sending(text);
            await SendAsync(context, FakeAnswer.Delta(text, request.Model));
            written += count;
            if (BetweenEvents * (number + 1) - clock.Elapsed is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, context.RequestAborted);
            }
        }

        var usageEvent = request.WantsUsage ? FakeAnswer.UsageEvent(usage, request.Model) : "";
        request.Times.SendingEnd();
        await SendAsync(context, FakeAnswer.Finish(finishReason, request.Model) + usageEvent + FakeAnswer.Done);
    }

    private static async Task SendAsync(HttpContext context, string events)
    {
        await context.Response.WriteAsync(events, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
