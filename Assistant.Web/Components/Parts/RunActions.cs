using Assistant.Core.Workspace.Checkpoints;

namespace Assistant.Web.Components.Parts;

/// <summary>What a page can do with a run of the agent. Without paths, what is done is done to all files that are still open.</summary>
/// <param name="Changes">The files as they were before it and as they are now, by path.</param>
/// <param name="Undo">Gives a sentence for each file that was not put back.</param>
public sealed record RunActions(
    Func<AgentRun, Task<IReadOnlyDictionary<string, FileChange>>> Changes,
    Func<AgentRun, IReadOnlyCollection<string>?, Task> Keep,
    Func<AgentRun, IReadOnlyCollection<string>?, Task<IReadOnlyList<string>>> Undo);
