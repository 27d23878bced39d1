using System.Buffers.Binary;

namespace Assistant.Tests.Fakes;

/// <summary>A quiet tone as a WAV file (16 bits, mono), as long as the words would take to say.</summary>
public static class FakeTone
{
    public const int SampleRate = 24_000;

    /// <summary>A fifth of a second.</summary>
    public const int PieceBytes = SampleRate * 2 / 5;

    private const double Pitch = 220;
    private const double Loudness = 0.05;

    /// <summary>Fifteen characters a second, which is how people talk.</summary>
    public static byte[] Of(string text) => Of(TimeSpan.FromSeconds(Math.Max(0.2, text.Length / 15.0)));

    public static byte[] Of(TimeSpan length)
    {
        var count = (int)(length.TotalSeconds * SampleRate);
        var file = new byte[44 + (2 * count)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), 2 * SampleRate);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), 2 * count);
        for (var i = 0; i < count; i++)
        {
            // A word's rise and fall five times a second, so that it does not sound like an alarm.
            var swell = Math.Abs(Math.Sin(Math.PI * 5 * i / SampleRate / 2));
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (2 * i)), (short)(short.MaxValue * Loudness * swell * Math.Sin(2 * Math.PI * Pitch * i / SampleRate)));
        }

        return file;
    }
}
