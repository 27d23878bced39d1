using System.Text;
using System.Threading.Channels;
using Assistant.Tests.Fakes;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

/// <summary>The browser's side of a part: every module and object in one. It notes each call, and answers when a test lets it.</summary>
internal sealed class FakeBrowser : IJSRuntime, IJSObjectReference
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<BrowserCall> _calls = Channel.CreateUnbounded<BrowserCall>();

    /// <summary>What it throws instead of answering: once, unless the page is gone for good.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What a call to this function waits for.</summary>
    public (string Function, Task Until)? Slow { get; set; }

    /// <summary>Somebody can see the page.</summary>
    public bool IsSeen { get; set; } = true;

    /// <summary>How many milliseconds after the press an answer was painted, as the browser measured it.</summary>
    public double? Cycle { get; set; }

    /// <summary>What it hands out as a stream.</summary>
    public string Text { get; set; } = "";

    public bool HasNothingToRead => _calls.Reader.Count == 0;

    public async Task<BrowserCall> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _calls.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The next call of this function; those of others before it are passed over.</summary>
    public async Task<BrowserCall> NextAsync(string function)
    {
        while (true)
        {
            var call = await NextAsync();
            if (call.Function == function)
            {
                return call;
            }
        }
    }

    /// <summary>The next call, with the clock going on until it comes.</summary>
    public async Task<BrowserCall> NextAsync(ManualTime time)
    {
        var next = NextAsync();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await next;
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        // Settled before the test hears of the call, because then it may already prepare the next one.
        var (failure, slow) = (Failure, Slow);
        Failure = failure as JSDisconnectedException;
        _calls.Writer.TryWrite(new BrowserCall(identifier, args ?? []));
        if (failure is not null)
        {
            throw failure;
        }

        if (slow is { } held && held.Function == identifier)
        {
            await held.Until.WaitAsync(cancellationToken);
        }

        return (TValue)AnswerOf(typeof(TValue))!;
    }

    public ValueTask DisposeAsync()
    {
        _calls.Writer.TryWrite(new BrowserCall("let go", []));
        return ValueTask.CompletedTask;
    }

    private object? AnswerOf(Type asked) =>
        asked == typeof(IJSStreamReference) ? new TextStream(Text)
        : asked == typeof(IJSObjectReference) ? this
        : asked == typeof(bool) ? IsSeen
        : asked == typeof(double?) ? Cycle
        : null;

    private sealed class TextStream(string text) : IJSStreamReference
    {
        private readonly byte[] _bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

        public long Length => _bytes.Length;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize, CancellationToken cancellationToken)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Length, maxAllowedSize);
            return ValueTask.FromResult<Stream>(new MemoryStream(_bytes));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
