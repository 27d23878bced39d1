using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Fakes;

/// <summary>Keeps every line of every logger, with its exception and everything else a log would show.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILoggerFactory, ILogger
{
    private readonly Channel<string> _arriving = Channel.CreateUnbounded<string>();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The next line with these words that nobody waited for yet.</summary>
    public async Task<string> LineAsync(string words)
    {
        while (true)
        {
            var line = await _arriving.Reader.ReadAsync();
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
        var line = $"{logLevel}: {formatter(state, exception)} ({values}) {exception}";
        lock (_lines)
        {
            _lines.Add(line);
        }

        _arriving.Writer.TryWrite(line);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
