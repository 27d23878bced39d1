using System.Collections.Concurrent;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Files;
using Assistant.Core.Workspace.Symbols;

namespace Assistant.Core.Workspace;

/// <summary>
/// What one run knows of the workspace: which files it has read, and as what, and which it has changed. A file is changed only as it was read. What cannot
/// be done throws a <see cref="ToolException"/>.
/// </summary>
public sealed class WorkspaceRun(WorkspaceFiles files, SymbolIndex symbols) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failedEdits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _touched = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _editing = new(1, 1);

    public WorkspaceFiles Files => files;

    public SymbolIndex Symbols => symbols;

    /// <summary>Done before a file is changed for the first time, one at a time; where it fails nothing is changed.</summary>
    public Func<WorkspacePath, CancellationToken, Task>? BeforeEdit { get; set; }

    /// <summary>The files that were written or deleted, relative to the root, in their order. They may have been put back since.</summary>
    public IReadOnlyList<string> Touched => [.. _touched.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How often a file was written or deleted.</summary>
    public int Changes { get; private set; }

    /// <summary>The text of a file, which may be changed from now on.</summary>
    public async Task<FileText> ReadAsync(WorkspacePath path, CancellationToken cancellationToken)
    {
        var bytes = await files.ReadAsync(path, cancellationToken);
        var text = TextOf(path, bytes);
        _read[path.Relative] = WorkspaceFiles.HashOf(bytes);
        return text;
    }

    /// <summary>Writes what <paramref name="change"/> makes of a file's text, or of nothing where there is no file.</summary>
    /// <returns>Whether anything is different now.</returns>
    public async Task<bool> ChangeAsync(WorkspacePath path, Func<FileText?, FileText> change, CancellationToken cancellationToken)
    {
        await _editing.WaitAsync(cancellationToken);
        try
        {
            var before = WorkspaceFiles.Exists(path) ? await files.ReadAsync(path, cancellationToken) : null;
            var hash = before is null ? null : WorkspaceFiles.HashOf(before);
            await CheckReadAsync(path, before, hash, cancellationToken);
            var after = change(before is null ? null : TextOf(path, before)).Encode();
            if (before is not null && after.AsSpan().SequenceEqual(before))
            {
                return false;
            }

            await BeginAsync(path, cancellationToken);
            if (!await files.TryWriteAsync(path, after, hash, cancellationToken))
            {
                throw new ToolException($"{path} was changed by somebody else just now: read it again.");
            }

            _read[path.Relative] = WorkspaceFiles.HashOf(after);
            _touched[path.Relative] = true;
            Changes++;
            symbols.NoteChange();
            return true;
        }
        finally
        {
            _editing.Release();
        }
    }

    public async Task DeleteAsync(WorkspacePath path, CancellationToken cancellationToken)
    {
        await _editing.WaitAsync(cancellationToken);
        try
        {
            var bytes = await files.ReadAsync(path, cancellationToken);
            var hash = WorkspaceFiles.HashOf(bytes);
            if (_read.ContainsKey(path.Relative))
            {
                await CheckReadAsync(path, bytes, hash, cancellationToken);
            }

            await BeginAsync(path, cancellationToken);
            if (!await files.TryDeleteAsync(path, hash, cancellationToken))
            {
                throw new ToolException($"{path} was changed by somebody else just now: read it again.");
            }

            _read.TryRemove(path.Relative, out _);
            _touched[path.Relative] = true;
            Changes++;
            symbols.NoteChange();
        }
        finally
        {
            _editing.Release();
        }
    }

    /// <summary>Counts an edit of a file that did not fit, and says how many there have been since the last one that did.</summary>
    public int CountFailedEdit(WorkspacePath path) => _failedEdits.AddOrUpdate(path.Relative, 1, (_, count) => count + 1);

    public void ForgetFailedEdits(WorkspacePath path) => _failedEdits.TryRemove(path.Relative, out _);

    public void Dispose() => _editing.Dispose();

    private Task BeginAsync(WorkspacePath path, CancellationToken cancellationToken) =>
        _touched.ContainsKey(path.Relative) || BeforeEdit is not { } prepare ? Task.CompletedTask : prepare(path, cancellationToken);

    // Whoever is refused has been shown the text, so the next try counts as read.
    private async Task CheckReadAsync(WorkspacePath path, byte[]? bytes, string? hash, CancellationToken cancellationToken)
    {
        var wasRead = _read.TryGetValue(path.Relative, out var seen);
        if (bytes is null && wasRead)
        {
            _read.TryRemove(path.Relative, out _);
            throw new ToolException($"{path} is gone: somebody deleted it after it was read.");
        }

        if (bytes is not null && seen != hash)
        {
            var text = TextOf(path, bytes).Text;
            _read[path.Relative] = hash!;
            throw new ToolException(
                $"{path} {(wasRead ? "was changed by somebody else after it was read" : "was not read yet")}, so nothing was done. This is how it reads now:\n"
                + await NumberedLines.OfStartAsync(text, cancellationToken));
        }
    }

    private static FileText TextOf(WorkspacePath path, byte[] bytes) =>
        FileText.Decode(bytes) ?? throw new ToolException($"{path} is no text: its {bytes.Length} bytes are binary.");
}
