using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>What a recogniser of speech is told besides the sound.</summary>
/// <param name="MediaType">Of the recording, such as "audio/webm"; recognisers go by it to decode the sound.</param>
/// <param name="Prompt">Words that are likely to be said, such as the names in a workspace; none when nothing is known.</param>
public sealed record RecordingHints(string MediaType, string? Prompt = null)
{
    private const string Key = "assistant.recordingHints";

    public static RecordingHints? Of(SpeechToTextOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var value) == true ? value as RecordingHints : null;

    public void AttachTo(SpeechToTextOptions options) => (options.AdditionalProperties ??= [])[Key] = this;
}
