using System.ClientModel.Primitives;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>Writes a chat request. The same messages and tools always give the same bytes, so that an endpoint can reuse what it has read before.</summary>
internal sealed class RequestBody(ModelOptions settings, Quirks avoided)
{
    // As the package writes its own types: code stays readable, and nothing is longer than it has to be.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ExtraBody _extra = new(settings.ExtraBody);

    /// <summary>The quirks that would have changed what was written. The person's own properties are theirs: no quirk changes them.</summary>
    public Quirks Avoidable { get; private set; }

    public BinaryData Write(IReadOnlyList<ChatMessage> messages, ChatOptions? options, string modelName, bool isStreamed)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("model", modelName);
            WriteMessages(json, messages, options?.Instructions);
            WriteTools(json, options);
            WriteOptions(json, options);
            WritePrediction(json, options);
            WriteStreaming(json, isStreamed);
            json.WriteEndObject();
        }

        return _extra.MergeInto(new BinaryData(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)));
    }

    private void WriteMessages(Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages, string? instructions)
    {
        var withNames = messages.Any(message => message.AuthorName is not null) && Takes(Quirks.NoName, "messages");
        json.WriteStartArray("messages");
        var all = string.IsNullOrEmpty(instructions) ? messages : messages.Prepend(new ChatMessage(ChatRole.System, instructions));
        foreach (var message in all.SelectMany(message => RequestMessages.From(message, withNames)))
        {
            json.WriteRawValue(ModelReaderWriter.Write<object>(message, ModelReaderWriterOptions.Json));
        }

        json.WriteEndArray();
    }

    private void WriteTools(Utf8JsonWriter json, ChatOptions? options)
    {
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        if (tools.Count == 0)
        {
            return;   // a tool_choice without tools is refused
        }

        var withStrict = tools.Any(tool => RequestMessages.IsStrict(tool) is not null) && Takes(Quirks.NoStrict, "tools");
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteRawValue(ModelReaderWriter.Write<object>(RequestMessages.Tool(tool, withStrict), ModelReaderWriterOptions.Json));
        }

        json.WriteEndArray();
        if (options!.ToolMode is NoneChatToolMode or RequiredChatToolMode && Takes(Quirks.NoToolChoice, "tool_choice"))
        {
            WriteToolChoice(json, options.ToolMode);
        }

        if (options.AllowMultipleToolCalls is { } several && Takes(Quirks.NoParallelToolCalls, "parallel_tool_calls"))
        {
            json.WriteBoolean("parallel_tool_calls", several);
        }
    }

    private static void WriteToolChoice(Utf8JsonWriter json, ChatToolMode mode)
    {
        if (mode is RequiredChatToolMode { RequiredFunctionName: { } name })
        {
            json.WriteStartObject("tool_choice");
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("tool_choice", mode is RequiredChatToolMode ? "required" : "none");
        }
    }

    private void WriteOptions(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options?.MaxOutputTokens is { } tokens)
        {
            WriteTokenLimit(json, tokens);
        }

        if (options?.Temperature is { } temperature && Takes(Quirks.NoTemperature, "temperature"))
        {
            json.WriteNumber("temperature", temperature);
        }

        if (options?.StopSequences is { Count: > 0 } stops && Takes(Quirks.NoStop, "stop"))
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                json.WriteStringValue(stop);
            }

            json.WriteEndArray();
        }

        if (settings.ReasoningEffort is { } effort && Takes(Quirks.NoReasoningEffort, "reasoning_effort"))
        {
            json.WriteString("reasoning_effort", effort);
        }
    }

    private void WriteTokenLimit(Utf8JsonWriter json, int tokens)
    {
        if (avoided.HasFlag(Quirks.NoTokenLimit))
        {
            return;
        }

        if (Takes(Quirks.OlderTokenLimit, "max_completion_tokens"))
        {
            json.WriteNumber("max_completion_tokens", tokens);
        }
        else if (Takes(Quirks.NoTokenLimit, "max_tokens"))
        {
            json.WriteNumber("max_tokens", tokens);
        }
    }

    // OpenAI refuses a prediction beside tools or a limit of tokens.
    private void WritePrediction(Utf8JsonWriter json, ChatOptions? options)
    {
        if (PredictedAnswer.Of(options) is { } predicted
            && options is { MaxOutputTokens: null, Tools: null or { Count: 0 } }
            && Takes(Quirks.NoPrediction, "prediction"))
        {
            json.WriteStartObject("prediction");
            json.WriteString("type", "content");
            json.WriteString("content", predicted.Text);
            json.WriteEndObject();
        }
    }

    private void WriteStreaming(Utf8JsonWriter json, bool isStreamed)
    {
        if (!isStreamed)
        {
            return;
        }

        json.WriteBoolean("stream", true);
        if (Takes(Quirks.NoStreamOptions, "stream_options"))
        {
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
        }
    }

    /// <summary>Whether the endpoint takes a property; if it turns out that it does not, this quirk is the way around it.</summary>
    private bool Takes(Quirks quirk, string property)
    {
        if (avoided.HasFlag(quirk))
        {
            return false;
        }

        Avoidable |= _extra.Sets(property) ? Quirks.None : quirk;
        return true;
    }
}
