using System.Text.Json;
using Assistant.Core.Model;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

/// <summary>All that a caller can see of an answer, comparable by value.</summary>
internal sealed record Seen(string Text, string Reasoning, string ToolCalls, string? FinishReason, string? Usage, string? Model, string? Role, EndpointTiming? Timing)
{
    public ModelException? Failure { get; private init; }

    public static Seen Of(IReadOnlyList<ChatResponseUpdate> updates, ModelException? failure)
    {
        var contents = updates.SelectMany(update => update.Contents).ToList();
        return new Seen(
            string.Concat(contents.OfType<TextContent>().Select(text => text.Text)) + failure?.PartialText,
            string.Concat(contents.OfType<TextReasoningContent>().Select(text => text.Text)),
            string.Join("; ", contents.OfType<FunctionCallContent>().Select(Words)),
            updates.Select(update => update.FinishReason?.Value).LastOrDefault(reason => reason is not null),
            contents.OfType<UsageContent>().Select(usage => Words(usage.Details)).SingleOrDefault(),
            updates.Select(update => update.ModelId).LastOrDefault(model => model is not null),
            updates is [var first, ..] ? first.Role?.Value : null,
            updates.Select(update => EndpointTiming.Of(update.AdditionalProperties)).LastOrDefault(timing => timing is not null))
        { Failure = failure };
    }

    private static string Words(FunctionCallContent call) =>
        $"{call.CallId}={call.Name}({(call.Exception is null ? JsonSerializer.Serialize(call.Arguments) : "unreadable")})";

    private static string Words(UsageDetails usage) =>
        $"{usage.InputTokenCount}+{usage.OutputTokenCount}" +
        (usage.CachedInputTokenCount is { } cached ? $" cached {cached}" : "") +
        (usage.ReasoningTokenCount is { } reasoning ? $" reasoning {reasoning}" : "");
}
