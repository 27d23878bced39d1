namespace Assistant.Core.Voice;

/// <summary>Something of an answer that is being said.</summary>
public abstract record VoiceEvent
{
    private VoiceEvent()
    {
    }

    /// <summary>A sentence is complete.</summary>
    /// <param name="Index">Counted from 0.</param>
    public sealed record Sentence(int Index, string Text) : VoiceEvent;

    /// <summary>A piece of a sentence's sound; all of its pieces together are one file.</summary>
    public sealed record Sound(int Index, string MediaType, ReadOnlyMemory<byte> Bytes) : VoiceEvent;

    /// <summary>From here on the answer is not spoken, and why.</summary>
    public sealed record Trouble(string Message) : VoiceEvent;
}
