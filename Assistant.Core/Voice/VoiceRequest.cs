using Assistant.Core.Conversations;

namespace Assistant.Core.Voice;

/// <summary>What a person said.</summary>
/// <param name="History">The turns before it, oldest first.</param>
public sealed record VoiceRequest(string Transcript, IReadOnlyList<Turn> History);
