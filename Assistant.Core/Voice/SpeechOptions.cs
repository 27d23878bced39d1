using Assistant.Core.Model;

namespace Assistant.Core.Voice;

/// <summary>What recogniser and speaker have in common: somebody is listening, so nothing may take as long as a model's answer.</summary>
internal static class SpeechOptions
{
    private static readonly Uri OpenAI = new("https://api.openai.com/v1");
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WholeCall = TimeSpan.FromMinutes(1);

    /// <summary>None where nothing is set.</summary>
    /// <param name="allowHttp">What is set for the model: who may read what is written to it may hear what is said.</param>
    public static ModelOptions? ConnectionTo(Uri? endpoint, string? key, string section, bool allowHttp) =>
        endpoint is null && key is null
            ? null
            : new ModelOptions
            {
                Endpoint = endpoint ?? OpenAI,
                ApiKey = key,
                FirstByteTimeout = Silence,
                ContentIdleTimeout = Silence,
                AnswerTimeout = WholeCall,
                MaxAnswerBytes = VoiceLimits.RecordingBytes,
                AllowHttp = allowHttp,
                ReadFrom = section,
            };
}
