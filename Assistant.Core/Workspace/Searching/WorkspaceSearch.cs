using System.Buffers;
using System.Collections.Concurrent;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace.Searching;

/// <summary>Searches all files at once, as many as there are processors, and most of them without reading their bytes as text.</summary>
internal sealed class WorkspaceSearch(WorkspaceFiles files)
{
    private const int MostHits = 200;

    // What has been found so often is a question to be asked otherwise, and no reason to read on.
    private const int MostCounted = 2_000;

    // Characters shown of a line, around what was found.
    private const int ShownCharacters = 300;

    private static readonly TimeSpan SearchTime = TimeSpan.FromSeconds(20);

    public async Task<string> RunAsync(SearchPattern pattern, WorkspacePath under, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(SearchTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var found = new ConcurrentBag<(long Order, FoundFile File)>();
        var (count, tooLarge) = (0, 0);
        try
        {
            await Task.Run(() => Parallel.ForEach(Partitioner.Create(FilesIn(under), EnumerablePartitionerOptions.NoBuffering), Options(stop.Token), Look), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"The search took longer than {SearchTime.TotalSeconds:0} seconds: name a folder, or search for a plainer text.");
        }
        catch (AggregateException failure) when (failure.InnerExceptions.OfType<ToolException>().FirstOrDefault() is { } reason)
        {
            throw reason;
        }

        return Report([.. found.OrderBy(each => each.Order).Select(each => each.File)], count, tooLarge);

        void Look(ListedFile file, ParallelLoopState loop, long order)
        {
            if (file.Length > WorkspaceLimits.EditableBytes)
            {
                Interlocked.Increment(ref tooLarge);
            }
            else if (file.Length > 0 && Search(file, pattern) is { Count: > 0 } hits)
            {
                found.Add((order, hits));
                if (Interlocked.Add(ref count, hits.Count) > MostCounted)
                {
                    // All files before this one are looked at all the same, so what is shown does not depend on who was faster.
                    loop.Break();
                }
            }
        }
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };

    private IEnumerable<ListedFile> FilesIn(WorkspacePath under) => WorkspaceFiles.Exists(under)
        ? [new ListedFile(under.Relative, under.Full, WorkspaceFiles.LengthOf(under), default)]
        : files.List(under);

    private static FoundFile? Search(ListedFile file, SearchPattern pattern)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            using var handle = File.OpenHandle(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = buffer.AsSpan(0, RandomAccess.Read(handle, buffer.AsSpan(0, (int)file.Length), 0));
            return MayHold(bytes, pattern) && FileText.Decode(bytes) is { } text && SafeFile.LiesAt(handle, file.FullPath)
                ? FoundFile.Of(file.Path, text.Text, pattern.HitsIn(text.Text), MostHits, ShownCharacters)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is gone, or may not be read: there is nothing to be found in it.
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool MayHold(ReadOnlySpan<byte> bytes, SearchPattern pattern) =>
        !FileText.IsBinary(bytes)
        && (FileText.MarkOf(bytes) is FileEncoding.Utf16LittleEndian or FileEncoding.Utf16BigEndian || pattern.MayBeIn(bytes));

    private static string Report(IReadOnlyList<FoundFile> found, int count, int tooLarge)
    {
        var lines = found.SelectMany(file => file.Lines).Take(MostHits).ToList();
        string?[] notes =
        [
            count == 0 ? "No line has it." : null,
            count > MostCounted ? Shown(lines.Count, $"more than {MostCounted}") : count > lines.Count ? Shown(lines.Count, $"{count}") : null,
            tooLarge > 0 ? $"({tooLarge} larger than {WorkspaceLimits.EditableBytes / 1024 / 1024} MB not searched)" : null,
        ];
        return string.Join('\n', lines.Concat(notes.OfType<string>()));
    }

    private static string Shown(int shown, string count) => $"({shown} lines of {count} are shown: name a folder, or search for more of the line)";
}
