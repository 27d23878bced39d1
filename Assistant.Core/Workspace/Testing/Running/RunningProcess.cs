using System.Diagnostics;

namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>A command that runs until it ends or is ended, together with all that it has started.</summary>
/// <param name="end">Ends the process and what it has started; also called after it has ended by itself, for what it left behind.</param>
/// <param name="take">Is given what it writes, line by line and never two at a time.</param>
internal sealed class RunningProcess(ProcessStartInfo start, Action<Process> end, Action<string> take)
{
    // What is killed lets go of its pipes at once. Only what escaped would hold them longer, and that is not waited for.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private bool _isOver;

    /// <summary>Its exit code; none when it was ended because of <paramref name="stop"/>.</summary>
    public async Task<int?> RunAsync(CancellationToken stop)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var exited = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = await StartAsync(exited);
        process.StandardInput.Close();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));

        var isStopped = false;
        try
        {
            await exited.Task.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            isStopped = true;
        }

        end(process);
        var exitCode = await exited.Task;
        await Task.WhenAny(reading, Task.Delay(Grace, CancellationToken.None));
        lock (_gate)
        {
            _isOver = true;
        }

        return isStopped ? null : exitCode;
    }

    /// <summary>
    /// On a thread of its own that stays until the process has ended: "die with parent" means the thread, and those of the pool come and go.
    /// </summary>
    private Task<Process> StartAsync(TaskCompletionSource<int> exited)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var process = Process.Start(start)!;
                started.SetResult(process);
                process.WaitForExit();
                exited.SetResult(process.ExitCode);
            }
            catch (System.ComponentModel.Win32Exception failure)
            {
                started.SetException(failure);
            }
        })
        {
            IsBackground = true,
            Name = "Test run",
        }.Start();
        return started.Task;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var lines = new LineSplitter(TakeUntilOver);
        var buffer = new char[8192];
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var count)
            {
                lines.Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception failure) when (_isOver && failure is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed on this side, because something that escaped holds the other.
        }

        lines.End();
    }

    private void TakeUntilOver(string line)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                take(line);
            }
        }
    }
}
