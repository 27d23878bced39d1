namespace Assistant.Core.Model;

/// <summary>
/// The bytes of an answer as they come off the wire, counted before anything parses them, with their beginning kept for the sentence that says what came
/// instead of an answer.
/// </summary>
internal sealed class AnswerBytes(Stream wire, int limit, ModelCall call) : ReadingStream
{
    private const int BeginningSize = 4096;

    private readonly byte[] _beginning = new byte[BeginningSize];
    private int _beginningLength;
    private int _replayed;
    private long _unparsed;
    private long _content;
    private bool _isComplete;

    public ReadOnlyMemory<byte> Beginning => _beginning.AsMemory(0, _beginningLength);

    /// <summary>The first byte that is neither blank nor a byte order mark, without consuming it; none when the answer is empty.</summary>
    public async ValueTask<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var meaningful = Beginning.Span.TrimStart("\uFEFF \r\n\t"u8);
            if (!meaningful.IsEmpty)
            {
                return meaningful[0];
            }

            var read = _beginningLength == BeginningSize ? 0 : await ReadWireAsync(_beginning.AsMemory(_beginningLength), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            _beginningLength += read;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_replayed < _beginningLength)
        {
            var count = Math.Min(buffer.Length, _beginningLength - _replayed);
            _beginning.AsSpan(_replayed, count).CopyTo(buffer.Span);
            _replayed += count;
            return count;
        }

        return await ReadWireAsync(buffer, cancellationToken);
    }

    /// <summary>
    /// What was received has been parsed; only its content still counts. Once the answer is complete, what follows is welcome but not needed: losing it is
    /// only the end.
    /// </summary>
    public void Parsed(int contentLength, bool isComplete)
    {
        _unparsed = 0;
        _content += contentLength;
        _isComplete = isComplete;
    }

    private async ValueTask<int> ReadWireAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return Count(await wire.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception lost) when (_isComplete && lost is (IOException or OperationCanceledException) && !call.Limits.IsStoppedByCaller)
        {
            return 0;
        }
    }

    private int Count(int read)
    {
        if (read > 0)
        {
            call.Limits.BytesArrived();
        }

        _unparsed += read;
        return _unparsed + _content > limit ? throw call.Faults.TooLarge() : read;
    }
}
