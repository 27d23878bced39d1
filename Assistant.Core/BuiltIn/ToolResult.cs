namespace Assistant.Core.BuiltIn;

/// <summary>One call of a tool that has been answered.</summary>
/// <param name="Arguments">What it was called with.</param>
/// <param name="Text">What it answered; of a failure, why.</param>
public sealed record ToolResult(IDictionary<string, object?> Arguments, string Text, bool HasFailed)
{
    public string Argument(string name) => Arguments.TryGetValue(name, out var value) ? value?.ToString() ?? "" : "";
}
