using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>Puts files back as they were before a run. Each is looked at by itself, and one that is not as the run left it is left alone.</summary>
internal sealed class Undoing(AgentRun run, WorkspaceFiles files, CheckpointStore checkpoints)
{
    public async Task<UndoResult> UndoAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var restored = new List<string>();
        var refused = new List<UndoResult.Refusal>();
        var saved = await checkpoints.ReadAsync(run.Checkpoint, paths, cancellationToken);
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (await ObstacleAsync(path, saved.GetValueOrDefault(path)) is { } obstacle)
            {
                refused.Add(new UndoResult.Refusal(path, obstacle));
            }
            else
            {
                restored.Add(path);
            }
        }

        return new UndoResult(restored, refused);
    }

    /// <summary>Puts one back; why it was not, where it was not. From here on it is done for all, so nothing cancels it.</summary>
    private async Task<string?> ObstacleAsync(string path, SavedFile? saved)
    {
        if (run.Files.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            return "was not changed by this run.";
        }

        if (file.State == RunFileState.Undone || saved is null)
        {
            return saved is null ? "cannot be put back: how it was is no longer kept." : "is put back already.";
        }

        if (!Directory.Exists(run.Root))
        {
            return "cannot be put back: its workspace is gone.";
        }

        try
        {
            var place = files.Resolve(path);
            return place.Relative != path ? "now leads elsewhere through a link."
                : await PutBackAsync(place, saved, file.Left) ? null
                : Difference(place, file);
        }
        catch (ToolException failure)
        {
            return $"cannot be put back: {failure.Message}";
        }
    }

    private async Task<bool> PutBackAsync(WorkspacePath place, SavedFile saved, string? left)
    {
        if (saved.Content is null)
        {
            return await files.TryDeleteAsync(place, left!, CancellationToken.None);
        }

        var isBack = await files.TryWriteAsync(place, saved.Content, left, CancellationToken.None);

        // One that was there has kept its permissions; one that was deleted is made anew.
        if (isBack && left is null && saved.Permissions is { } permissions && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(place.Full, permissions);
        }

        return isBack;
    }

    private static string Difference(WorkspacePath place, RunFile file) =>
        file.Left is null ? "was made anew after the run."
        : WorkspaceFiles.Exists(place) ? "was changed after the run."
        : "was deleted after the run.";
}
