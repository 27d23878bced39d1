namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>One run of the agent, as it is remembered to be looked at and undone later.</summary>
/// <param name="Id">Thirty-two hexadecimal digits.</param>
/// <param name="ConversationId">None for one that belongs to no conversation.</param>
/// <param name="Task">What was asked for.</param>
public sealed record AgentRun(string Id, string? ConversationId, string Task, DateTimeOffset At, Checkpoint Checkpoint, IReadOnlyList<RunFile> Files)
{
    public string Root => Checkpoint.Root;

    public RunReport Report { get; init; } = RunReport.Nothing;
}
