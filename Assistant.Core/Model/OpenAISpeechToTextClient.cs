using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>A recogniser of speech behind an OpenAI-compatible endpoint (<c>/v1/audio/transcriptions</c>). Each call is one attempt.</summary>
/// <param name="connection">The way to the endpoint.</param>
/// <param name="model">The recogniser's name there.</param>
/// <param name="time">What the limits of a call are measured with.</param>
public sealed class OpenAISpeechToTextClient(ModelConnection connection, string model, TimeProvider time) : ISpeechToTextClient
{
    private const string UnknownType = "application/octet-stream";

    /// <summary>What was said; empty when nothing was.</summary>
    /// <exception cref="ModelException">The call failed.</exception>
    public async Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default)
    {
        var name = options?.ModelId ?? model;
        using var call = new ModelCall(connection.Options, name, time, isStreamed: false, cancellationToken);
        var text = await call.RunAsync(() => HearAsync(call, audioSpeechStream, name, RecordingHints.Of(options)));
        return new SpeechToTextResponse(text) { ModelId = name };
    }

    /// <exception cref="ModelException">The call failed.</exception>
    public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetTextAsync(audioSpeechStream, options, cancellationToken)).ToSpeechToTextResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(SpeechToTextClientMetadata) ? new SpeechToTextClientMetadata("openai", connection.Options.Endpoint, model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Nothing to let go: the connection outlives this client.</summary>
    public void Dispose()
    {
    }

    private async ValueTask<string> HearAsync(ModelCall call, Stream recording, string name, RecordingHints? hints)
    {
        using var form = new MultipartFormDataContent();
        var mediaType = MediaTypeHeaderValue.Parse(hints?.MediaType ?? UnknownType);
        var file = new StreamContent(recording) { Headers = { ContentType = mediaType } };
        form.Add(file, "file", $"speech.{ExtensionOf(mediaType.MediaType!)}");
        form.Add(new StringContent(name), "model");
        form.Add(new StringContent("json"), "response_format");
        if (!string.IsNullOrEmpty(hints?.Prompt))
        {
            form.Add(new StringContent(hints.Prompt), "prompt");
        }

        // Written out before it is sent, so that its length is known: not every server takes a body in chunks.
        await form.LoadIntoBufferAsync(call.Limits.Token);
        var body = await form.ReadAsStreamAsync(call.Limits.Token);
        using var reply = await call.SendAsync(token => connection.PostRecordingAsync(body, form.Headers.ContentType!.ToString(), token));
        using var answer = new MemoryStream();
        await new AnswerBytes(reply.Body, connection.Options.MaxAnswerBytes, call).CopyToAsync(answer, call.Limits.Token);
        return TextOf(answer.ToArray()) ?? throw call.Faults.Unreadable(null);
    }

    /// <summary>The text of <c>{"text": …}</c>, or of an answer that is plain text; none when it is something else, such as a page.</summary>
    private static string? TextOf(byte[] answer)
    {
        using var json = LenientJson.Parse(answer.AsMemory().TrimStart("\uFEFF"u8));
        if (json is not null)
        {
            var said = json.RootElement.IsString ? json.RootElement : json.RootElement.Member("text");
            return said.IsString ? said.GetString() : null;
        }

        var text = Encoding.UTF8.GetString(answer).Trim();
        return text is "" or ['<', ..] or ['{', ..] ? null : text;
    }

    /// <summary>Most servers go by the name of the file.</summary>
    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        "audio/webm" or "video/webm" => "webm",
        "audio/mp4" or "audio/x-m4a" or "audio/m4a" or "video/mp4" => "mp4",
        "audio/mpeg" or "audio/mp3" => "mp3",
        "audio/ogg" => "ogg",
        "audio/flac" or "audio/x-flac" => "flac",
        _ => "wav",
    };
}
