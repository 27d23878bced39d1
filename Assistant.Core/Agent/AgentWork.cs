using Assistant.Core.Replies;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Symbols;
using Assistant.Core.Workspace.Testing;

namespace Assistant.Core.Agent;

/// <summary>The workspace of one run: before the first change its tests are run and a checkpoint is taken, so that the end can be held against the beginning.</summary>
internal sealed class AgentWork : IDisposable
{
    private readonly TestRunner _tests;
    private readonly Reply _reply;
    private readonly WorkspaceRun _run;
    private readonly RunCheckpoint _checkpoint;
    private (TestRun Run, int Changes)? _latest;
    private TestRun? _baseline;
    private bool _hasBaseline;
    private string? _obstacle;

    public AgentWork(WorkspaceFolder folder, OwnPlaces own, SymbolIndexes symbols, CheckpointStore checkpoints, TestRunner tests, Reply reply)
    {
        (Folder, _tests, _reply) = (folder, tests, reply);
        Files = new WorkspaceFiles(folder, own);
        _checkpoint = new RunCheckpoint(checkpoints, Files);
        _run = new WorkspaceRun(Files, symbols.Of(Files)) { BeforeEdit = PrepareAsync };
        Tools = [.. WorkspaceTools.Reading(_run), .. WorkspaceTools.Editing(_run), TestTools.Running(tests, folder, Saw)];
    }

    public WorkspaceFolder Folder { get; }

    public WorkspaceFiles Files { get; }

    public IReadOnlyList<Tool> Tools { get; }

    public bool HasEdited => _run.Touched.Count > 0;

    /// <summary>How the workspace was before the first change; where there was none, nothing has to be put back.</summary>
    public Checkpoint Checkpoint => _checkpoint.Taken ?? new Checkpoint(_reply.Id, Folder.Root, null);

    /// <summary>A file that ends as it began is not among them.</summary>
    public Task<IReadOnlyList<FileChange>> ChangesAsync(CancellationToken cancellationToken) => _checkpoint.ChangesAsync(_run.Touched, cancellationToken);

    /// <summary>Why the tests cannot be run; none when they can.</summary>
    public string? Obstacle => _obstacle ?? _tests.ReadinessOf(Folder).Obstacle;

    /// <summary>The last run of all tests, if nothing was changed after it.</summary>
    public TestRun? Latest => _latest is var (run, changes) && changes == _run.Changes ? run : null;

    /// <summary>Runs the tests and holds them against what they said before the first change.</summary>
    /// <returns>None where they cannot be run; then there is an <see cref="Obstacle"/>.</returns>
    public async Task<(TestRun Run, TestComparison Comparison)?> TestAsync(IReadOnlyList<FileChange> changes, CancellationToken cancellationToken) =>
        await TryRunAsync("running tests", cancellationToken) is { } run
            ? (run, TestComparison.Between(_baseline, run, [.. changes.Select(change => new TouchedFile(change.Path, change.Before, change.After))]))
            : null;

    public void Dispose() => _run.Dispose();

    private async Task PrepareAsync(WorkspacePath path, CancellationToken cancellationToken)
    {
        if (!_hasBaseline)
        {
            _baseline = await TryRunAsync("running the tests as they are", cancellationToken);
            _hasBaseline = true;
        }

        await _checkpoint.BeforeEditAsync(path, cancellationToken);
    }

    private async Task<TestRun?> TryRunAsync(string doing, CancellationToken cancellationToken)
    {
        // The model may have run them all by itself just now.
        if (Latest is { } latest)
        {
            return latest;
        }

        if (Obstacle is not null)
        {
            return null;
        }

        _reply.Append(new ReplyEvent.Working(doing));
        try
        {
            var run = await _tests.RunAsync(Folder, null, cancellationToken);
            Saw(run, filter: null);
            return run;
        }
        catch (ToolException failure)
        {
            _obstacle = failure.Message;
            return null;
        }
    }

    private void Saw(TestRun run, string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            _latest = (run, _run.Changes);
        }
    }
}
