namespace Assistant.Core.Tools;

/// <summary>What a tool does to the workspace: several that only read may be called at once.</summary>
public enum ToolKind
{
    Reads,
    Edits,
    Runs,
}
