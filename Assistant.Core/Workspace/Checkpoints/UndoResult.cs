namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>What was put back, and what was not.</summary>
public sealed record UndoResult(IReadOnlyList<string> Restored, IReadOnlyList<UndoResult.Refusal> Refused)
{
    /// <param name="Reason">The rest of a sentence that begins with the path.</param>
    public sealed record Refusal(string Path, string Reason);
}
