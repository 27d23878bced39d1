namespace Assistant.Core.CSharp;

/// <summary>Time that several pieces of work share. It starts to run at once.</summary>
public sealed class TimeBudget(TimeSpan time, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _end = new(time, clock);

    /// <summary>
    /// The result of <paramref name="work"/>, or of <paramref name="outOfTime"/> when the budget ends first. Throws only
    /// <see cref="OperationCanceledException"/> of the caller's own token, and what either of the two throws.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T> outOfTime, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        try
        {
            // Not every part of the compiler looks at the token at once, so the caller stops waiting by itself.
            return await Task.Run(() => work(stop.Token), stop.Token).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return outOfTime();
        }
    }

    public void Dispose() => _end.Dispose();
}
