using System.ComponentModel.DataAnnotations;
using Assistant.Core.Model;

namespace Assistant.Core.Voice;

/// <summary>Who turns speech into text. Section <c>Assistant:Voice:SpeechToText</c>.</summary>
public sealed record RecogniserOptions
{
    public const string Section = "Assistant:Voice:SpeechToText";

    /// <summary>Base address of an OpenAI-compatible endpoint for audio; none, and no key either, means that browsers recognise speech themselves.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Sent as a bearer token. Without an endpoint it is one for OpenAI.</summary>
    [RegularExpression("[!-~]+", ErrorMessage = "a key is one word of plain ASCII characters.")]
    public string? ApiKey { get; init; }

    /// <summary>What compatible servers call their recogniser, whatever it is.</summary>
    public string Model { get; init; } = "whisper-1";

    internal ModelOptions? ConnectionFor(ModelOptions model) => SpeechOptions.ConnectionTo(Endpoint, ApiKey, Section, model.AllowHttp);
}
