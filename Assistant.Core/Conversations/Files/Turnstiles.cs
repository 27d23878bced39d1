namespace Assistant.Core.Conversations.Files;

/// <summary>Lets one caller at a time through for each name. Names share a fixed number of turnstiles, so that none has to be kept for each.</summary>
internal sealed class Turnstiles
{
    private readonly SemaphoreSlim[] _all = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Until the result is disposed, nobody else comes through.</summary>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        var turnstile = _all[(uint)name.GetHashCode(StringComparison.Ordinal) % _all.Length];
        await turnstile.WaitAsync(cancellationToken);
        return new Way(turnstile);
    }

    private sealed class Way(SemaphoreSlim turnstile) : IDisposable
    {
        public void Dispose() => turnstile.Release();
    }
}
