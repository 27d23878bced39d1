namespace Assistant.Core.Tools;

/// <summary>What a call came to.</summary>
/// <param name="Text">For the model to read; a failure begins with "error: ".</param>
/// <param name="HasFailed">Nothing was done.</param>
/// <param name="IsMalformed">The call could not even be made.</param>
/// <param name="HasChanged">Something in the workspace may be different now.</param>
internal sealed record ToolAnswer(string Text, bool HasFailed = false, bool IsMalformed = false, bool HasChanged = false)
{
    public static ToolAnswer Failed(string reason) => new($"error: {reason}", HasFailed: true);

    public static ToolAnswer Malformed(string reason) => new($"error: {reason}", HasFailed: true, IsMalformed: true);
}
