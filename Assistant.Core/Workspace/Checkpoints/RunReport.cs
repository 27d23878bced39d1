namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>How a run went, apart from the files it changed.</summary>
/// <param name="Outcome">One word: verified, not-verified, failed, stopped or limit.</param>
/// <param name="Verdict">What that rests on, as sentences for a person.</param>
/// <param name="Tests">The last run of the tests; none where they did not run, or could not be counted.</param>
/// <param name="ModelCalls">How often a model was called.</param>
/// <param name="Steps">The calls of tools, in their order.</param>
public sealed record RunReport(string Outcome, string Verdict, RunTests? Tests, int ModelCalls, IReadOnlyList<RunStep> Steps)
{
    public static RunReport Nothing { get; } = new("not-verified", "", null, 0, []);
}
