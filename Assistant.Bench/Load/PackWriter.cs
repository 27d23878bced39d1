using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Assistant.Bench.Load;

/// <summary>Writes the little MessagePack that a circuit's messages need.</summary>
internal sealed class PackWriter
{
    private const int LongestLength = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A call of a method of the circuit's hub, with its length before it, as it goes over the websocket.</summary>
    /// <param name="id">Where an answer is wanted: the call's own name for it.</param>
    public static ReadOnlyMemory<byte> Call(string method, string? id, params object?[] arguments)
    {
        var message = new PackWriter().Array(6).Value(1).Map(0).Value(id).Value(method).Array(arguments.Length);
        foreach (var argument in arguments)
        {
            message.Value(argument);
        }

        return message.Array(0).WithLength();
    }

    /// <summary>Says that the browser is still there.</summary>
    public static ReadOnlyMemory<byte> Ping() => new PackWriter().Array(1).Value(6).WithLength();

    private ReadOnlyMemory<byte> WithLength()
    {
        var length = _bytes.WrittenCount;
        var message = new List<byte>(length + LongestLength);
        for (; length > 0x7f; length >>= 7)
        {
            message.Add((byte)(length | 0x80));
        }

        message.Add((byte)length);
        message.AddRange(_bytes.WrittenSpan);
        return message.ToArray();
    }

    private PackWriter Array(int count) => Byte((byte)(0x90 | count));

    private PackWriter Map(int count) => Byte((byte)(0x80 | count));

    private PackWriter Value(object? value) => value switch
    {
        null => Byte(0xc0),
        bool truth => Byte((byte)(truth ? 0xc3 : 0xc2)),
        string text => Text(text),
        int number => Number(number),
        long number => Number(number),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private PackWriter Number(long number)
    {
        var span = _bytes.GetSpan(9);
        span[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(span[1..], number);
        _bytes.Advance(9);
        return this;
    }

    private PackWriter Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var span = _bytes.GetSpan(5);
        span[0] = 0xdb;
        BinaryPrimitives.WriteInt32BigEndian(span[1..], utf8.Length);
        _bytes.Advance(5);
        _bytes.Write(utf8);
        return this;
    }

    private PackWriter Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
        return this;
    }
}
