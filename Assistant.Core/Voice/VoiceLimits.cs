namespace Assistant.Core.Voice;

public static class VoiceLimits
{
    /// <summary>25 MB, which is what OpenAI's own endpoint takes.</summary>
    public const int RecordingBytes = 25 * 1024 * 1024;

    /// <summary>Shorter ones are a slip of the finger.</summary>
    public static readonly TimeSpan ShortestRecording = TimeSpan.FromSeconds(0.3);

    public static readonly TimeSpan LongestRecording = TimeSpan.FromMinutes(2);

    /// <summary>About three sentences: more is read, not listened to.</summary>
    public const int AnswerTokens = 150;

    /// <summary>How often the workspace is looked into before the answer: each time is silence to the person who asked.</summary>
    public const int ToolRounds = 3;

    /// <summary>Characters of names that a recogniser is told; its prompt holds 224 tokens, and names are cut into small ones.</summary>
    public const int PromptCharacters = 600;
}
