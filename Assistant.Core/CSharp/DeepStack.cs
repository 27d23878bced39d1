namespace Assistant.Core.CSharp;

/// <summary>Runs work on a thread of its own with a stack deep enough for a parser that has not yet been told how deep the code is.</summary>
internal static class DeepStack
{
    // Thread-pool threads have 1 MB to 8 MB, depending on the system. The memory is only reserved, not used.
    private const int StackBytes = 64 * 1024 * 1024;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(Run, StackBytes) { IsBackground = true, Name = "Reading pasted code" }.Start();
        return result.Task;

        void Run()
        {
            try
            {
                result.SetResult(work());
            }
            catch (OperationCanceledException stopped)
            {
                result.SetCanceled(stopped.CancellationToken);
            }
#pragma warning disable CA1031 // Whatever happens on this thread belongs to the one who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                result.SetException(failure);
            }
        }
    }
}
