using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;

namespace Assistant.Tests.Agent;

/// <summary>What a task came to: the reply, and the run as it is remembered.</summary>
internal sealed record AgentResult(Reply Reply, AgentRun? Run)
{
    public string? Outcome => Run?.Report.Outcome;

    public string? Verdict => Run?.Report.Verdict;

    /// <summary>The tests as "2 passed, 1 failed, 0 skipped"; none where none were counted.</summary>
    public string? Tests => Run?.Report.Tests is { } tests ? $"{tests.Passed} passed, {tests.Failed} failed, {tests.Skipped} skipped" : null;

    /// <summary>The changed files in their order.</summary>
    public IEnumerable<string> Files => Run!.Files.Select(file => file.Path);
}
