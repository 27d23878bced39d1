using Assistant.Core.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Auditing;

/// <summary>
/// Keeps what was done in <c>audit.jsonl</c> in the data folder, one JSON line each. Whoever writes waits for no disk: the lines are added behind them, and
/// where that fails the log says so.
/// </summary>
public sealed partial class AuditLog(IOptions<DataOptions> data, TimeProvider time, ILogger<AuditLog> logger) : IDisposable
{
    /// <summary>Lines that may wait for a disk that has stopped answering.</summary>
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly AuditFile _file = new(data.Value.PathOf("audit.jsonl"));
    private List<string> _waiting = [];
    private Task _adding = Task.CompletedTask;
    private bool _isAdding;

    public void Write(AuditEntry entry)
    {
        var line = AuditLine.Of(time.GetUtcNow(), entry);
        lock (_gate)
        {
            if (_waiting.Count == MostWaiting)
            {
                LogLost(entry.Kind);
                return;
            }

            _waiting.Add(line);
            if (!_isAdding)
            {
                _isAdding = true;
                _adding = Task.Run(AddWaiting);
            }
        }
    }

    /// <summary>Ends when all that was written until now is in the file, or is lost.</summary>
    public Task WrittenAsync()
    {
        lock (_gate)
        {
            return _adding;
        }
    }

    public void Dispose() => WrittenAsync().Wait(Patience);

    private void AddWaiting()
    {
        while (TakeWaiting() is { Count: > 0 } lines)
        {
            try
            {
                _file.Add(lines);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LogNotWritten(failure, lines.Count);
            }
        }
    }

    private List<string> TakeWaiting()
    {
        lock (_gate)
        {
            var lines = _waiting;
            _waiting = [];
            _isAdding = lines.Count > 0;
            return lines;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} lines could not be added to the audit log")]
    private partial void LogNotWritten(Exception failure, int count);

    [LoggerMessage(LogLevel.Error, "The audit log does not keep up: an entry about {Kind} is lost")]
    private partial void LogLost(string kind);
}
