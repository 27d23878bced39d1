using System.Text.Json;

namespace Assistant.Tests.Fakes;

/// <summary>A chat request as the fake server received it.</summary>
public sealed record FakeRequest(JsonElement Body, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At)
{
    /// <summary>When it came and its answer was sent, for what is measured against it.</summary>
    public FakeTimes Times { get; init; } = new();

    public string Model => Text("model");

    public bool IsStreamed => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    public bool WantsUsage =>
        Body.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var usage) && usage.GetBoolean();

    public int? MaxTokens =>
        Body.TryGetProperty("max_completion_tokens", out var tokens) || Body.TryGetProperty("max_tokens", out tokens) ? tokens.GetInt32() : null;

    public string SystemPrompt => LastText("system");

    public string LastUserMessage => LastText("user");

    private string LastText(string role) =>
        Body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray()
                .Where(message => message.TryGetProperty("role", out var said) && said.GetString() == role)
                .Select(message => message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString()! : "")
                .LastOrDefault("")
            : "";

    private string Text(string property) =>
        Body.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
