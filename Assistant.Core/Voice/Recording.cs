using System.Buffers.Binary;

namespace Assistant.Core.Voice;

/// <summary>A person's speech as a file: of a type that recognisers take, not empty, and neither too short nor too long as far as its beginning says.</summary>
public sealed class Recording
{
    private const string Unreadable = "The recording is damaged or no sound at all. Please record it again.";

    /// <summary>How files begin (RFC 8794, 3533 and 9559, ISO 14496-12, Microsoft's RIFF, id3.org), and what recognisers call them.</summary>
    private static readonly (byte[] Start, int At, string MediaType)[] Beginnings =
    [
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "audio/webm"),
        ([.. "OggS"u8], 0, "audio/ogg"),
        ([.. "WAVE"u8], 8, "audio/wav"),
        ([.. "ftyp"u8], 4, "audio/mp4"),
        ([.. "fLaC"u8], 0, "audio/flac"),
        ([.. "ID3"u8], 0, "audio/mpeg"),
        ([0xFF, 0xFB], 0, "audio/mpeg"),
        ([0xFF, 0xF3], 0, "audio/mpeg"),
        ([0xFF, 0xF2], 0, "audio/mpeg"),
    ];

    private Recording(byte[] sound, string mediaType) => (Sound, MediaType) = (sound, mediaType);

    public byte[] Sound { get; }

    /// <summary>What it is, whatever it was called.</summary>
    public string MediaType { get; }

    /// <param name="sound">The whole file.</param>
    /// <param name="declaredType">What its sender says that it is, such as "audio/webm;codecs=opus"; empty when it does not say.</param>
    /// <exception cref="RecordingException">It cannot be listened to.</exception>
    public static Recording Of(byte[] sound, string declaredType)
    {
        var declared = declaredType.Split(';')[0].Trim().ToLowerInvariant();
        if (!IsSound(declared))
        {
            throw new RecordingException(RecordingFault.UnknownType, $"“{declared}” is no recording: send WebM, Ogg, WAV, MP4, MP3 or FLAC.");
        }

        if (sound.Length == 0)
        {
            throw new RecordingException(RecordingFault.Empty, "The recording is empty. Please record it again.");
        }

        if (sound.Length > VoiceLimits.RecordingBytes)
        {
            throw TooLong();
        }

        var type = Beginnings.FirstOrDefault(known => sound.AsSpan(Math.Min(known.At, sound.Length)).StartsWith(known.Start)).MediaType
            ?? throw new RecordingException(RecordingFault.Unreadable, Unreadable);
        if (type == "audio/wav")
        {
            CheckLength(sound);
        }

        return new Recording(sound, type);
    }

    public static RecordingException TooLong() =>
        new(RecordingFault.TooLong, $"The recording is longer than {VoiceLimits.LongestRecording.TotalMinutes:0} minutes or larger than {VoiceLimits.RecordingBytes / 1024 / 1024} MB. Please say less at once.");

    public static RecordingException TooShort() =>
        new(RecordingFault.TooShort, "That was too short to be heard. Hold Speak while you talk.");

    private static bool IsSound(string type) =>
        type is "" or "application/octet-stream" or "video/webm" or "video/mp4" or "application/ogg" || type.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>Goes through the chunks of a WAV file to the one that holds the sound; a length that was not known while it was written is that of the rest.</summary>
    private static double? SecondsOf(ReadOnlySpan<byte> wav)
    {
        var bytesASecond = 0u;
        for (var at = 12L; at + 8 <= wav.Length;)
        {
            var chunk = wav[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var content = chunk[8..];
            if (chunk.StartsWith("fmt "u8) && content.Length >= 16)
            {
                bytesASecond = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
            }
            else if (chunk.StartsWith("data"u8))
            {
                return bytesASecond == 0 ? null : content.Length / (double)bytesASecond;
            }

            at += 8 + size + (size % 2);
        }

        return null;
    }

    /// <summary>Only WAV says at its beginning how many bytes a second has.</summary>
    private static void CheckLength(byte[] sound)
    {
        var seconds = SecondsOf(sound) ?? throw new RecordingException(RecordingFault.Unreadable, Unreadable);
        if (seconds < VoiceLimits.ShortestRecording.TotalSeconds)
        {
            throw TooShort();
        }

        if (seconds > VoiceLimits.LongestRecording.TotalSeconds + 1)
        {
            throw TooLong();
        }
    }
}
