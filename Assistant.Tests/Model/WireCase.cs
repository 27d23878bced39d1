namespace Assistant.Tests.Model;

/// <summary>Bytes an endpoint may send for one complete answer, and what the caller must see.</summary>
public sealed record WireCase(string Name, string Body)
{
    public string Text { get; init; } = "Hello";

    public string Reasoning { get; init; } = "";

    public string ToolCalls { get; init; } = "";

    public string FinishReason { get; init; } = "stop";

    public string? Usage { get; init; }

    public string Model { get; init; } = "configured";

    public string Role { get; init; } = "assistant";

    public override string ToString() => Name;
}
