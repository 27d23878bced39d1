using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Assistant.Core.Model;

/// <summary>Turns messages and tools into the OpenAI package's own types, which know how they are written.</summary>
internal static class RequestMessages
{
    // The defaults of the library are made to be read by people, over several lines.
    private static readonly JsonSerializerOptions Compact =
        new(AIJsonUtilities.DefaultOptions) { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message with several tool results becomes one message for each; one with nothing to send becomes none.</summary>
    public static IEnumerable<OpenAI.Chat.ChatMessage> From(ChatMessage message, bool withName)
    {
        foreach (var result in message.Contents.OfType<FunctionResultContent>())
        {
            yield return new ToolChatMessage(result.CallId, ResultText(result));
        }

        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count > 0)
        {
            yield return WithCalls(calls, message.Text);
        }
        else if (message.Text.Length > 0)
        {
            yield return Plain(message.Role, message.Text, withName ? message.AuthorName : null);
        }
    }

    public static ChatTool Tool(AIFunctionDeclaration tool, bool withStrict) =>
        ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText()), withStrict ? IsStrict(tool) : null);

    /// <summary>Whether the endpoint is to hold the model to the tool's schema; none where the tool does not say.</summary>
    public static bool? IsStrict(AIFunctionDeclaration tool) => tool.AdditionalProperties.TryGetValue("strict", out var strict) ? strict as bool? : null;

    private static OpenAI.Chat.ChatMessage Plain(ChatRole role, string text, string? name) => role.Value switch
    {
        "user" => new UserChatMessage(text) { ParticipantName = name },
        "system" or "developer" => new SystemChatMessage(text) { ParticipantName = name },
        _ => new AssistantChatMessage(text) { ParticipantName = name },
    };

    private static AssistantChatMessage WithCalls(List<ChatToolCall> calls, string text)
    {
        var message = new AssistantChatMessage(calls);
        if (text.Length > 0)
        {
            message.Content.Add(ChatMessageContentPart.CreateTextPart(text));
        }

        return message;
    }

    private static ChatToolCall Call(FunctionCallContent call) => ChatToolCall.CreateFunctionToolCall(
        call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), Compact)));

    private static string ResultText(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception?.Message ?? "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        TextContent text => text.Text,
        var other => JsonSerializer.Serialize(other, Compact),
    };
}
