using System.Buffers;

namespace Assistant.Core.Model;

/// <summary>
/// Makes an event stream fit for a strict parser: a line that is bare JSON or a bare error becomes an event of its own, and the last event is closed even
/// if the endpoint did not.
/// </summary>
internal sealed class EventBytes(Stream answer) : ReadingStream
{
    private readonly byte[] _chunk = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _tidied = new();
    private ReadOnlyMemory<byte> _ready;
    private byte[] _held = [];
    private bool _atLineStart = true;
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.IsEmpty && !_ended)
        {
            _held.CopyTo(_chunk, 0);
            var read = await answer.ReadAsync(_chunk.AsMemory(_held.Length), cancellationToken);
            _ended = read == 0;
            _ready = Tidy(_chunk.AsMemory(0, _held.Length + read));
        }

        var count = Math.Min(buffer.Length, _ready.Length);
        _ready[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    private ReadOnlyMemory<byte> Tidy(ReadOnlyMemory<byte> chunk)
    {
        _tidied.Clear();
        _held = [];
        var rest = chunk.Span;
        while (!rest.IsEmpty)
        {
            if (_atLineStart && !_ended && rest.Length < BareError.Length && BareError.StartsWith(rest))
            {
                _held = rest.ToArray();   // "e" may become "event:" or "error:"
                break;
            }

            if (_atLineStart && (rest[0] == '{' || rest.StartsWith(BareError)))
            {
                _tidied.Write("\n\ndata:"u8);
            }

            var lineEnd = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var line = lineEnd < 0 ? rest : rest[..(lineEnd + 1)];
            _tidied.Write(line);
            _atLineStart = lineEnd >= 0;
            rest = rest[line.Length..];
        }

        if (_ended)
        {
            _tidied.Write("\n\n"u8);
        }

        return _tidied.WrittenMemory;
    }

    private static ReadOnlySpan<byte> BareError => "error:"u8;
}
