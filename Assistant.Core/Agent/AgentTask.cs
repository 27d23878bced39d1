using Assistant.Core.Conversations;

namespace Assistant.Core.Agent;

/// <summary>What the agent is to do in the workspace.</summary>
/// <param name="History">The turns before it, oldest first.</param>
public sealed record AgentTask(string Text, IReadOnlyList<Turn> History);
