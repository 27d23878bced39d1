using Assistant.Core;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Files;
using Assistant.Core.Workspace.Testing;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Agent;

/// <summary>Which workspace the agent works in, whether its tests may run, and its files.</summary>
public sealed partial class WorkspacePane(WorkspaceSelection selection, OwnPlaces own, TestRunner tests, AgreedWorkspaces agreed, Owner owner) : ComponentBase, IDisposable
{
    /// <summary>More than anybody looks through; a task finds the others all the same.</summary>
    private const int MostFiles = 2000;

    private FolderTree _tree = FolderTree.Empty;
    private IReadOnlyList<string> _folders = [];
    private string _root = "";
    private string _trust = "";
    private string? _trouble;
    private string? _openPath;
    private string? _openText;
    private bool _needsAgreement;
    private bool _hasMore;
    private IReadOnlyList<(string Run, string Path, RunFileState State)>? _decidedThen;

    /// <summary>The runs whose changed files are marked.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<AgentRun> Runs { get; set; }

    /// <summary>This person may pick another workspace.</summary>
    [Parameter] public bool CanChoose { get; set; }

    public void Dispose() => selection.Changed -= SelectionChanged;

    protected override void OnInitialized() => selection.Changed += SelectionChanged;

    /// <summary>What a run has changed, or what was put back, may be other files and other texts.</summary>
    protected override async Task OnParametersSetAsync()
    {
        List<(string, string, RunFileState)> decided = [.. Runs.SelectMany(run => run.Files, (run, file) => (run.Id, file.Path, file.State))];
        if (_decidedThen?.SequenceEqual(decided) != true)
        {
            _decidedThen = decided;
            await ReadAsync();
        }
    }

    /// <summary>The files of this workspace that runs changed and that were not put back.</summary>
    private HashSet<string> Changed =>
        [.. Runs.Where(run => run.Root == _root).SelectMany(run => run.Files).Where(file => file.State != RunFileState.Undone).Select(file => file.Path)];

    private WorkspaceFiles Files => new(selection.Current, own);

    private void SelectionChanged() => _ = InvokeAsync(RefreshAsync);

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var folder = selection.Current;
            var ready = tests.ReadinessOf(folder);
            (_root, _needsAgreement) = (folder.Root, ready.NeedsAgreement);
            _folders = [.. selection.AllowedRoots.SelectMany(root => selection.FoldersIn(root).Prepend(root)).Append(folder.Root).Distinct()];
            _trust = ready.Obstacle ?? $"Trusted: its tests run with `{ready.Command!.Text}`{(ready.IsSandboxed ? ", in a sandbox without a network." : ", without a sandbox.")}";
            var files = Files;
            var listed = await Task.Run(() => files.List(files.Resolve("")).Select(file => file.Path).Take(MostFiles + 1).ToList());
            (_tree, _hasMore, _trouble) = (FolderTree.Of(listed.Take(MostFiles)), listed.Count > MostFiles, null);
            await (_openPath is { } path ? OpenAsync(path) : Task.CompletedTask);
        }
        catch (Exception failure) when (failure is ToolException or WorkspaceRefusedException)
        {
            _trouble = failure.Message;
        }
    }

    private async Task ChooseAsync(string path)
    {
        if (!CanChoose)
        {
            return;   // a browser can be made to send what its page does not offer
        }

        try
        {
            selection.Choose(owner, path);
            Close();
            await ReadAsync();
        }
        catch (WorkspaceRefusedException refusal)
        {
            _trouble = refusal.Message;
        }
    }

    private async Task AgreeAsync()
    {
        if (CanChoose)
        {
            agreed.Agree(owner, selection.Current);
            await ReadAsync();
        }
    }

    private async Task OpenAsync(string path)
    {
        try
        {
            var files = Files;
            var place = files.Resolve(path);
            var text = WorkspaceFiles.Exists(place) ? FileText.Decode(await files.ReadAsync(place, CancellationToken.None))?.Text ?? "This file holds no text." : null;
            (_openPath, _openText, _trouble) = (path, text, null);
        }
        catch (ToolException failure)
        {
            (_openPath, _openText, _trouble) = (null, null, failure.Message);
        }
    }

    private void Close() => (_openPath, _openText) = (null, null);
}
