using System.Threading.Channels;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Model;

/// <summary>A response body that arrives in exactly these chunks; what comes after them is up to the test.</summary>
internal sealed class WireStream : Stream
{
    private readonly Channel<object> _arriving = Channel.CreateUnbounded<object>();
    private ReadOnlyMemory<byte> _chunk;

    public static WireStream Of(params IEnumerable<byte[]> chunks)
    {
        var stream = new WireStream();
        foreach (var chunk in chunks)
        {
            stream.Send(chunk);
        }

        stream.End();
        return stream;
    }

    public void Send(byte[] chunk) => _arriving.Writer.TryWrite(chunk);

    /// <summary>Lets the test know that everything sent before was read, and goes on at once.</summary>
    public Gate SendMark()
    {
        var gate = new Gate();
        gate.Open();
        _arriving.Writer.TryWrite(gate);
        return gate;
    }

    public void End() => _arriving.Writer.TryComplete();

    public void Break() => _arriving.Writer.TryComplete(new IOException("The connection was reset by the other side."));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_chunk.IsEmpty)
        {
            if (!await WaitAsync(cancellationToken))
            {
                return 0;
            }

            switch (await _arriving.Reader.ReadAsync(cancellationToken))
            {
                case Gate gate:
                    await gate.PassAsync(cancellationToken);
                    break;
                case byte[] chunk:
                    _chunk = chunk;
                    break;
            }
        }

        var count = Math.Min(buffer.Length, _chunk.Length);
        _chunk[..count].CopyTo(buffer);
        _chunk = _chunk[count..];
        return count;
    }

    private ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _arriving.Reader.WaitToReadAsync(cancellationToken);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
