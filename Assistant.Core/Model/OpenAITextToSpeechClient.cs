using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// A speaker behind an OpenAI-compatible endpoint (<c>/v1/audio/speech</c>), read as it arrives: the package's own call hands a sentence over only when all
/// of it is there (1.2 s against 0.2 s). Each call is one attempt.
/// </summary>
/// <param name="connection">The way to the endpoint.</param>
/// <param name="model">The speaker's model there.</param>
/// <param name="voice">The voice to use where a call names none.</param>
/// <param name="time">What the limits of a call are measured with.</param>
public sealed class OpenAITextToSpeechClient(ModelConnection connection, string model, string voice, TimeProvider time) : ITextToSpeechClient
{
    /// <summary>Samples follow a short header, so a player can begin with the first of them.</summary>
    private const string Format = "wav";

    /// <summary>Bytes of the first piece: 40 ms of sound, after which more is on its way.</summary>
    private const int FirstPiece = 2 * 1024;

    /// <summary>Bytes of the others: a third of a second each, so that there are few of them.</summary>
    private const int Piece = 16 * 1024;

    /// <exception cref="ModelException">The call failed.</exception>
    public async Task<TextToSpeechResponse> GetAudioAsync(string text, TextToSpeechOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<TextToSpeechResponseUpdate>();
        await foreach (var update in GetStreamingAudioAsync(text, options, cancellationToken))
        {
            updates.Add(update);
        }

        return updates.ToTextToSpeechResponse();
    }

    /// <summary>The sound in pieces; put together they are one file of the media type that each names.</summary>
    /// <exception cref="ModelException">The call failed; of what had arrived less than one piece is lost.</exception>
    public async IAsyncEnumerable<TextToSpeechResponseUpdate> GetStreamingAudioAsync(
        string text, TextToSpeechOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = new ModelCall(connection.Options, options?.ModelId ?? model, time, isStreamed: true, cancellationToken);
        await using var pieces = SpeakAsync(call, text, options).GetAsyncEnumerator(CancellationToken.None);
        Func<ValueTask<bool>> next = pieces.MoveNextAsync;
        while (await call.RunAsync(next))
        {
            yield return new TextToSpeechResponseUpdate([pieces.Current]) { Kind = TextToSpeechResponseUpdateKind.AudioUpdating };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(TextToSpeechClientMetadata) ? new TextToSpeechClientMetadata("openai", connection.Options.Endpoint, model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Nothing to let go: the connection outlives this client.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<DataContent> SpeakAsync(ModelCall call, string text, TextToSpeechOptions? options)
    {
        var request = new JsonObject
        {
            ["model"] = options?.ModelId ?? model,
            ["input"] = text,
            ["voice"] = options?.VoiceId ?? voice,
            ["response_format"] = Format,
        };
        using var reply = await call.SendAsync(token => connection.PostSpeechAsync(BinaryData.FromString(request.ToJsonString()), token));
        var mediaType = MediaTypeOf(reply.Header("Content-Type")) ?? throw call.Faults.Unreadable(null);
        var sound = new AnswerBytes(reply.Body, connection.Options.MaxAnswerBytes, call);
        var buffer = new byte[Piece];
        for (var (held, wanted) = (0, FirstPiece); ; wanted = Piece)
        {
            held = await sound.ReadAtLeastAsync(buffer, wanted, throwOnEndOfStream: false, call.Limits.Token);
            call.Limits.ContentArrived();
            if (held == 0 && wanted == FirstPiece)
            {
                throw call.Faults.Unreadable(null);   // it ended well, without a sound
            }

            if (held > 0)
            {
                yield return new DataContent(buffer.AsSpan(0, held).ToArray(), mediaType);
            }

            if (held < wanted)
            {
                yield break;
            }
        }
    }

    /// <summary>None for an answer that is no sound; a server that does not say sends what was asked for.</summary>
    private static string? MediaTypeOf(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is null or "" or "application/octet-stream" ? $"audio/{Format}"
            : type.StartsWith("audio/", StringComparison.Ordinal) && MediaTypeHeaderValue.TryParse(type, out _) ? type
            : null;
    }
}
