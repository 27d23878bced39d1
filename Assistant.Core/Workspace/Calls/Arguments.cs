using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Calls;

internal static class Arguments
{
    /// <summary>A model may send null for what it has to say. Throws <see cref="ToolException"/>.</summary>
    public static string Needed(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new ToolException($"{name} is empty.") : value;
}
