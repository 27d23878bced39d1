using System.Text.Json;

namespace Assistant.Tests.Fakes;

/// <summary>The wire format of an answer, as OpenAI writes it.</summary>
public static class FakeAnswer
{
    public const string Done = "data: [DONE]\n\n";

    public static FakeReply Reply(FakeRequest request, IReadOnlyList<string> parts, string finishReason)
    {
        var usage = Usage(100, parts.Count);
        return request.IsStreamed
            ? Streamed(request, parts.Select(part => Delta(part, request.Model)), finishReason, usage)
            : InOnePiece(Whole(string.Concat(parts), finishReason, usage, request.Model));
    }

    public static FakeReply ToolCall(FakeRequest request, string id, string name, string arguments)
    {
        object[] calls = [new { index = 0, id, type = "function", function = new { name, arguments } }];
        var usage = Usage(100, 20);
        return request.IsStreamed
            ? Streamed(request, [Chunk(new { tool_calls = calls }, null, request.Model)], "tool_calls", usage)
            : InOnePiece(Completion(new { role = "assistant", content = (string?)null, tool_calls = calls }, "tool_calls", usage, request.Model));
    }

    public static string Delta(string content, string model = "fake") => Chunk(new { content }, null, model);

    /// <summary>A piece of a tool call; its first piece alone has an id and a name.</summary>
    public static string ToolDelta(int index, string? id, string? name, string arguments, string model = "fake")
    {
        object[] calls = [id is null ? new { index, function = new { arguments } } : new { index, id, type = "function", function = new { name, arguments } }];
        return Chunk(new { tool_calls = calls }, null, model);
    }

    public static string Finish(string finishReason, string model = "fake") => Chunk(new { }, finishReason, model);

    public static string UsageEvent(object usage, string model = "fake") =>
        Event(new { id = "chatcmpl-fake", @object = "chat.completion.chunk", created = 1, model, choices = Array.Empty<object>(), usage });

    public static string Whole(string content, string finishReason, object usage, string model = "fake") =>
        Completion(new { role = "assistant", content }, finishReason, usage, model);

    public static object Usage(int input, int output) => new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output };

    private static FakeReply Streamed(FakeRequest request, IEnumerable<string> events, string finishReason, object usage)
    {
        var usageEvent = request.WantsUsage ? UsageEvent(usage, request.Model) : "";
        return new FakeReply(
            200, "text/event-stream", [.. events.Select(FakeStep.Send), FakeStep.Send(Finish(finishReason, request.Model) + usageEvent + Done)]);
    }

    private static FakeReply InOnePiece(string json) => new(200, "application/json", [FakeStep.Send(json)]);

    private static string Completion(object message, string finishReason, object usage, string model)
    {
        object[] choices = [new { index = 0, message, finish_reason = finishReason }];
        return JsonSerializer.Serialize(new { id = "chatcmpl-fake", @object = "chat.completion", created = 1, model, choices, usage });
    }

    private static string Chunk(object delta, string? finishReason, string model)
    {
        object[] choices = [new { index = 0, delta, finish_reason = finishReason }];
        return Event(new { id = "chatcmpl-fake", @object = "chat.completion.chunk", created = 1, model, choices });
    }

    private static string Event(object data) => $"data: {JsonSerializer.Serialize(data)}\n\n";
}
