using Assistant.Core.Agent;
using Assistant.Core.Workspace.Checkpoints;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>What a run of the agent came to: the verdict, the files it changed, each to keep or to undo, and the calls it made.</summary>
public sealed partial class RunResult : ComponentBase
{
    private IReadOnlyDictionary<string, FileChange>? _changes;
    private IReadOnlyList<string> _refused = [];
    private AgentRun? _shown;
    private bool _isBusy;

    [Parameter, EditorRequired] public required AgentRun Run { get; set; }

    [Parameter, EditorRequired] public required RunActions Actions { get; set; }

    private bool HasOpen => Run.Files.Any(file => file.State == RunFileState.Open);

    /// <summary>A question that was only answered needs no proof.</summary>
    private bool HasVerdict => Run.Files.Count > 0 || Run.Report.Outcome is AgentOutcome.Failed or AgentOutcome.Stopped or AgentOutcome.Limit;

    private string OutcomeWords => Run.Report.Outcome switch
    {
        AgentOutcome.Verified => "Verified.",
        AgentOutcome.Failed => "Failed.",
        AgentOutcome.Stopped => "Stopped.",
        AgentOutcome.Limit => "Ended at a limit.",
        _ => "Not verified.",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Run)
        {
            _shown = Run;
            _changes = Run.Files.Count > 0 ? await Actions.Changes(Run) : null;
        }
    }

    private static string StateWord(RunFile file) => file.State.ToString().ToLowerInvariant();

    private static string StatusWord(RunFile file) => file.State switch
    {
        RunFileState.Undone => "undone",
        RunFileState.Kept => $"{Did(file)}, kept",
        _ => Did(file),
    };

    private static string Did(RunFile file) => file.Status.ToString().ToLowerInvariant();

    private Task KeepAsync(RunFile? file) => DecideAsync(async () =>
    {
        await Actions.Keep(Run, PathsOf(file));
        return [];
    });

    private Task UndoAsync(RunFile? file) => DecideAsync(() => Actions.Undo(Run, PathsOf(file)));

    private async Task DecideAsync(Func<Task<IReadOnlyList<string>>> decide)
    {
        _isBusy = true;
        try
        {
            _refused = await decide();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string[]? PathsOf(RunFile? file) => file is null ? null : [file.Path];
}
