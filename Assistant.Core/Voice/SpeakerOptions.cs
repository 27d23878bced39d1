using System.ComponentModel.DataAnnotations;
using Assistant.Core.Model;

namespace Assistant.Core.Voice;

/// <summary>Who says answers aloud. Section <c>Assistant:Voice:TextToSpeech</c>.</summary>
public sealed record SpeakerOptions
{
    public const string Section = "Assistant:Voice:TextToSpeech";

    /// <summary>Base address of an OpenAI-compatible endpoint for audio; none, and no key either, means that browsers speak themselves.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Sent as a bearer token. Without an endpoint it is one for OpenAI.</summary>
    [RegularExpression("[!-~]+", ErrorMessage = "a key is one word of plain ASCII characters.")]
    public string? ApiKey { get; init; }

    /// <summary>What compatible servers call their speaker, whatever it is.</summary>
    public string Model { get; init; } = "tts-1";

    /// <summary>A voice that OpenAI has, and compatible servers know as an alias.</summary>
    public string Voice { get; init; } = "alloy";

    internal ModelOptions? ConnectionFor(ModelOptions model) => SpeechOptions.ConnectionTo(Endpoint, ApiKey, Section, model.AllowHttp);
}
