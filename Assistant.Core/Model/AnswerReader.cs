using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// Reads one answer, chunk by chunk; a whole answer is one chunk with a <c>message</c> where the others have a <c>delta</c>. Only <see cref="End"/> knows
/// whether the answer is complete, so finish reason, tool calls and usage come with its last update.
/// </summary>
internal sealed class AnswerReader(string modelName, Faults faults)
{
    private readonly ContentReader _content = new();
    private readonly ToolCallAssembler _toolCalls = new();
    private string? _namedModel;
    private string? _id;
    private ChatRole _role = ChatRole.Assistant;
    private string? _finishReason;
    private UsageDetails? _usage;
    private EndpointTiming? _timing;
    private double? _choice;
    private bool _hasChoice;

    /// <summary>The endpoint gave a finish reason; what may still come is usage.</summary>
    public bool IsFinished => _finishReason is not null;

    /// <summary>How much content the last chunk brought, be it only a piece of a tool call; in characters or so.</summary>
    public int Growth { get; private set; }

    /// <summary>The new content of a chunk; none when it only brings news about the answer.</summary>
    public ChatResponseUpdate? Read(JsonElement chunk)
    {
        if (EndpointError.InAnswer(chunk) is { } error)
        {
            throw faults.From(error);
        }

        Growth = 0;
        _id ??= chunk.Member("id"u8).Text();
        _namedModel ??= chunk.Member("model"u8).Text();
        _timing = EndpointTiming.Read(chunk) ?? _timing;

        var choice = FirstChoice(chunk);
        _usage = UsageReader.Read(chunk, choice) ?? _usage;
        if (!choice.IsObject)
        {
            return null;
        }

        _hasChoice = true;
        var update = ReadChoice(choice);
        _finishReason = choice.Member("finish_reason"u8).Text() ?? _finishReason;
        return update;
    }

    /// <summary>Text that was saved from an answer too damaged to be read.</summary>
    public ChatResponseUpdate Salvage(string text)
    {
        _hasChoice = true;
        return Update(text.Length > 0 ? [new TextContent(text)] : []);
    }

    /// <summary>The last update of a complete answer.</summary>
    /// <exception cref="ModelException">The answer broke off, was filtered, or never was one.</exception>
    public ChatResponseUpdate End()
    {
        if (_finishReason is null or "error")
        {
            throw _hasChoice ? faults.BrokenOff() : faults.Unreadable(null);
        }

        if (_finishReason == "content_filter")
        {
            throw faults.Filtered();
        }

        var update = Update([.. _content.End(), .. ToolCalls()]);
        update.FinishReason = Finish(_finishReason);
        if (_usage is not null)
        {
            update.Contents.Add(new UsageContent(_usage));
        }

        if (_timing is not null)
        {
            update.AdditionalProperties = new() { [EndpointTiming.Key] = _timing };
        }

        return update;
    }

    // Only one choice is asked for; should there be more, the first one seen is the answer.
    private JsonElement FirstChoice(JsonElement chunk)
    {
        var choices = chunk.Member("choices"u8);
        var choice = choices.IsObject ? choices : choices.FirstItem(IsOurs);
        _choice ??= choice.Member("index"u8).Number();
        return choice;
    }

    private bool IsOurs(JsonElement choice) =>
        choice.IsObject && (_choice is null || choice.Member("index"u8).Number() is not { } index || index == _choice);

    private ChatResponseUpdate? ReadChoice(JsonElement choice)
    {
        var message = choice.Member("delta"u8);
        if (!message.IsObject || (!_content.HasText && !message.EnumerateObject().Any()))
        {
            message = choice.Member("message"u8) is { IsObject: true } whole ? whole : message;
        }

        _role = Role(message.Member("role"u8).Text()) ?? _role;
        foreach (var call in message.Member("tool_calls"u8).Items())
        {
            AddToolCall(call);
        }

        AddToolCall(message.Member("function_call"u8));

        var contents = _content.Read(message, choice);
        Growth += _content.Growth;
        return contents.Count > 0 ? Update(contents) : null;
    }

    private void AddToolCall(JsonElement call)
    {
        if (call.IsObject)
        {
            _toolCalls.Add(call);
            Growth += JsonMarshal.GetRawUtf8Value(call).Length;
        }
    }

    // A call in an answer that ran out of tokens may have lost its arguments.
    private IReadOnlyList<FunctionCallContent> ToolCalls() =>
        _finishReason == "length" ? [] : _toolCalls.Finish() ?? throw faults.Unreadable("a tool call without a name");

    private ChatResponseUpdate Update(List<AIContent> contents) =>
        new(_role, contents) { ResponseId = _id, MessageId = _id, ModelId = _namedModel ?? modelName };

    // An answer is never the user's turn, whatever the endpoint calls it.
    private static ChatRole? Role(string? role) => role?.ToLowerInvariant() switch
    {
        null => null,
        "assistant" or "user" or "system" or "developer" or "tool" => ChatRole.Assistant,
        _ => new ChatRole(role),
    };

    private static ChatFinishReason Finish(string reason) => reason == "function_call" ? ChatFinishReason.ToolCalls : new ChatFinishReason(reason);
}
