using System.Text.Json.Serialization;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

/// <summary>What the API says at the end of a reply; one that was stopped ends with the finish reason "stopped".</summary>
internal record EndJson(string ReplyId, string? ConversationId, string? Model, string? FinishReason, UsageJson? Usage, TimingJson Timing)
{
    public const string Stopped = "stopped";
}

/// <summary>The end of a refactoring, with what it made.</summary>
internal sealed record RefactorEndJson(
    string ReplyId, string? ConversationId, string? Model, string? FinishReason, UsageJson? Usage, TimingJson Timing,
    string Code, string Summary, IReadOnlyList<ChangeJson> Changes, string Diff)
    : EndJson(ReplyId, ConversationId, Model, FinishReason, Usage, Timing);

/// <summary>A whole answer in one response.</summary>
internal sealed record AnswerJson(
    string ReplyId, string? ConversationId, string Answer, string? Model, string? FinishReason, string Delivery, UsageJson? Usage, TimingJson Timing);

/// <summary>A whole refactoring in one response.</summary>
internal sealed record RefactorJson(
    string ReplyId, string? ConversationId, string? Model, string? FinishReason, string Delivery, UsageJson? Usage, TimingJson Timing,
    string Code, string Summary, IReadOnlyList<ChangeJson> Changes, string Diff);

internal sealed record UsageJson(long InputTokens, long OutputTokens)
{
    /// <summary>Only what the endpoint counted; an estimate is for people.</summary>
    public static UsageJson? Of(TokenUsage? usage) => usage is { IsEstimate: false } ? new UsageJson(usage.Input, usage.Output) : null;
}

internal sealed record ChangeJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line)
{
    public static IReadOnlyList<ChangeJson> Of(IReadOnlyList<CodeChange> changes) =>
        [.. changes.Select(change => new ChangeJson(change.Id, change.Title, change.Line))];
}

/// <summary>Milliseconds, to a tenth.</summary>
internal sealed record TimingJson(
    double TotalMs, double ModelMs, double? FirstByteMs, double WaitMs, double OverheadMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? QueueMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? PromptMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? CompletionMs)
{
    public static TimingJson Of(ReplyTiming timing)
    {
        var (total, model, wait) = (Milliseconds(timing.Total), Milliseconds(timing.Model), Milliseconds(timing.Wait));
        return new TimingJson(
            total, model, Milliseconds(timing.FirstByte), wait, Math.Round(total - model - wait, 1),
            Milliseconds(timing.Queue), Milliseconds(timing.Prompt), Milliseconds(timing.Completion));
    }

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static double? Milliseconds(TimeSpan? time) => time is { } known ? Milliseconds(known) : null;
}

internal sealed record DeltaJson(string Text);

/// <summary>A sentence of an answer that is spoken.</summary>
internal sealed record SentenceJson(int Index, string Text);

internal sealed record NoticeJson(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? RetryInSeconds);
