using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>What the endpoint itself says about where the time went: waiting in its queue, reading the prompt, writing the answer.</summary>
public sealed record EndpointTiming(TimeSpan? Queue, TimeSpan? Prompt, TimeSpan? Completion)
{
    /// <summary>Where a response, or the last update of a stream, carries it in its additional properties.</summary>
    public const string Key = "assistant.endpointTiming";

    public static EndpointTiming? Of(AdditionalPropertiesDictionary? properties) =>
        properties?.TryGetValue(Key, out var value) == true ? value as EndpointTiming : null;

    /// <summary>From a chunk that holds Cerebras' <c>time_info</c> (seconds) or llama.cpp's <c>timings</c> (milliseconds).</summary>
    internal static EndpointTiming? Read(JsonElement chunk) =>
        chunk.Member("time_info"u8) is { IsObject: true } seconds
            ? Create(seconds.Member("queue_time"u8), seconds.Member("prompt_time"u8), seconds.Member("completion_time"u8), TimeSpan.TicksPerSecond)
        : chunk.Member("timings"u8) is { IsObject: true } milliseconds
            ? Create(default, milliseconds.Member("prompt_ms"u8), milliseconds.Member("predicted_ms"u8), TimeSpan.TicksPerMillisecond)
        : null;

    private static EndpointTiming? Create(JsonElement queue, JsonElement prompt, JsonElement completion, long ticks) =>
        (Span(queue, ticks), Span(prompt, ticks), Span(completion, ticks)) is var (q, p, c) && (q ?? p ?? c) is not null ? new EndpointTiming(q, p, c) : null;

    private static TimeSpan? Span(JsonElement value, long ticks) =>
        value.Number() is >= 0 and < 1e8 and var number ? TimeSpan.FromTicks((long)(number * ticks)) : null;
}
