using System.ComponentModel.DataAnnotations;
using Assistant.Core.Outgoing;

namespace Assistant.Core.Model;

/// <summary>Which model answers, and the limits of one call to it. Section <c>Assistant:Model</c>.</summary>
public sealed record ModelOptions
{
    public const string Section = "Assistant:Model";

    /// <summary>The section these were read from, for sentences that say where to change them.</summary>
    internal string ReadFrom { get; init; } = Section;

    /// <summary>
    /// Base address of an OpenAI-compatible endpoint, such as https://api.cerebras.ai/v1; none means the built-in engine. An address without a path gets
    /// <c>/v1</c> appended.
    /// </summary>
    [AllowedEndpoint]
    public Uri? Endpoint { get; init => field = WithVersion(value); }

    /// <summary>Whether an endpoint on another machine may be spoken to without encryption, as in a network of one's own.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Sent as a bearer token; none for a local server that asks for none. Never shown or logged.</summary>
    [RegularExpression("[!-~]+", ErrorMessage = "a key is one word of plain ASCII characters.")]
    public string? ApiKey { get; init; }

    /// <summary>The model to use; none means the first chat model that the endpoint lists.</summary>
    public string? Name { get; init; }

    /// <summary>Passed on as <c>reasoning_effort</c>, such as "low".</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>A JSON object whose properties are merged into every request; a property that is null is left out of the request.</summary>
    [JsonObjectText(ErrorMessage = "write a JSON object, for example {{\"seed\": 1}}.")]
    public string? ExtraBody { get; init; }

    /// <summary>How long a streamed call waits for the first byte of its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a streamed answer may go on without new content; comments and empty events are not content.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ContentIdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long any call may take from the first byte sent to the last byte received.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes an answer may have: those of its text together with those received and not parsed yet.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxAnswerBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Retries a person sees before the failure is shown.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 3;

    /// <summary>Why nothing is sent to the endpoint, as the end of a sentence; none where it may be.</summary>
    public string? EndpointTrouble => Endpoint is null ? null : OutgoingRules.Trouble(Endpoint, AllowHttp);

    /// <summary>What may be shown: never the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";

    private static Uri? WithVersion(Uri? address)
    {
        var path = address?.AbsolutePath.TrimEnd('/');
        return address is null ? null : new UriBuilder(address) { Path = path is "" ? "/v1" : path }.Uri;
    }
}
