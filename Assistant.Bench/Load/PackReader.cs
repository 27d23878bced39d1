using System.Buffers.Binary;
using System.Text;

namespace Assistant.Bench.Load;

/// <summary>Reads the MessagePack of a circuit's messages.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The length that stands before each message: seven bits a byte, the lowest first.</summary>
    public int Length()
    {
        var (length, shift) = (0, 0);
        while (true)
        {
            var next = Byte();
            length |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return length;
            }

            shift += 7;
        }
    }

    public int Array()
    {
        var type = Byte();
        return type is >= 0x90 and <= 0x9f ? type & 0x0f : type == 0xdc ? BinaryPrimitives.ReadUInt16BigEndian(Take(2)) : throw Unexpected(type);
    }

    public long Number()
    {
        var type = Byte();
        return type switch
        {
            <= 0x7f => type,
            >= 0xe0 => (sbyte)type,
            0xcc => Byte(),
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd0 => (sbyte)Byte(),
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(type),
        };
    }

    /// <summary>Text as it stands, in UTF-8; nothing for nil.</summary>
    public ReadOnlySpan<byte> Text()
    {
        var type = Byte();
        return type switch
        {
            >= 0xa0 and <= 0xbf => Take(type & 0x1f),
            0xd9 or 0xc4 => Take(Byte()),
            0xda or 0xc5 => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xdb or 0xc6 => Take((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
            0xc0 => default,
            _ => throw Unexpected(type),
        };
    }

    public string Name() => Encoding.UTF8.GetString(Text());

    /// <summary>The headers of a message, which are always none.</summary>
    public void NoHeaders()
    {
        if (Byte() is not 0x80 and var type)
        {
            throw Unexpected(type);
        }
    }

    public ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private byte Byte() => Take(1)[0];

    private static InvalidDataException Unexpected(byte type) => new($"0x{type:x2} was not expected here.");
}
