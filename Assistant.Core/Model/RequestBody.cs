using System.ClientModel.Primitives;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>Writes a chat request. The same messages and tools always give the same bytes, so that an endpoint can reuse what it has read before.</summary>
internal static class RequestBody
{
    // As the package writes its own types: code stays readable, and nothing is longer than it has to be.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] NotForExtras = ["messages", "stream"];

    public static BinaryData Write(IEnumerable<ChatMessage> messages, ChatOptions? options, ModelOptions settings, string modelName, bool isStreamed)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("model", modelName);
            WriteMessages(json, messages, options?.Instructions);
            WriteTools(json, options);
            WriteOptions(json, options, settings);
            WriteStreaming(json, isStreamed);
            json.WriteEndObject();
        }

        return Merge(new BinaryData(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)), settings.ExtraBody);
    }

    private static void WriteMessages(Utf8JsonWriter json, IEnumerable<ChatMessage> messages, string? instructions)
    {
        json.WriteStartArray("messages");
        var all = string.IsNullOrEmpty(instructions) ? messages : messages.Prepend(new ChatMessage(ChatRole.System, instructions));
        foreach (var message in all.SelectMany(RequestMessages.From))
        {
            json.WriteRawValue(ModelReaderWriter.Write<object>(message, ModelReaderWriterOptions.Json));
        }

        json.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter json, ChatOptions? options)
    {
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        if (tools.Count == 0)
        {
            return;   // a tool_choice without tools is refused
        }

        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteRawValue(ModelReaderWriter.Write<object>(RequestMessages.Tool(tool), ModelReaderWriterOptions.Json));
        }

        json.WriteEndArray();
        switch (options!.ToolMode)
        {
            case NoneChatToolMode:
                json.WriteString("tool_choice", "none");
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                json.WriteStartObject("tool_choice");
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", name);
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            case RequiredChatToolMode:
                json.WriteString("tool_choice", "required");
                break;
        }

        if (options.AllowMultipleToolCalls is { } several)
        {
            json.WriteBoolean("parallel_tool_calls", several);
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions? options, ModelOptions settings)
    {
        if (options?.MaxOutputTokens is { } tokens)
        {
            json.WriteNumber("max_completion_tokens", tokens);
        }

        if (options?.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (options?.StopSequences is { Count: > 0 } stops)
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                json.WriteStringValue(stop);
            }

            json.WriteEndArray();
        }

        if (settings.ReasoningEffort is { } effort)
        {
            json.WriteString("reasoning_effort", effort);
        }
    }

    private static void WriteStreaming(Utf8JsonWriter json, bool isStreamed)
    {
        if (isStreamed)
        {
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
        }
    }

    private static BinaryData Merge(BinaryData body, string? extraBody)
    {
        if (extraBody is null)
        {
            return body;
        }

        var request = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(extraBody)!.AsObject().Where(extra => !NotForExtras.Contains(extra.Key)))
        {
            request.Remove(name);
            if (value is not null)
            {
                request.Add(name, value.DeepClone());
            }
        }

        return BinaryData.FromString(request.ToJsonString(new JsonSerializerOptions { Encoder = Writing.Encoder }));
    }
}
