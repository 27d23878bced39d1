using Assistant.Core.Voice;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Endpoints;

/// <summary>What was said: a recording in a form, or a transcript in JSON.</summary>
internal sealed record VoiceInput(Recording? Recording, string? Transcript, string? ConversationId)
{
    /// <summary>A recording at its limit, and room for the form around it.</summary>
    public const long BodyBytes = VoiceLimits.RecordingBytes + (64 * 1024);

    private const string Audio = "audio";
    private const string NeitherType = "Send a recording as the file “audio” of a form (multipart/form-data), or what was said as application/json.";

    /// <exception cref="InputException">Neither is there, or the form cannot be read.</exception>
    /// <exception cref="RecordingException">The recording cannot be listened to.</exception>
    public static async Task<VoiceInput> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            if (!request.HasJsonContentType())
            {
                throw new InputException(StatusCodes.Status415UnsupportedMediaType, Input.Body, NeitherType);
            }

            var body = await Input.ReadAsync<VoiceBody>(request);
            return new VoiceInput(null, Input.Required(body.Transcript, "transcript"), body.ConversationId);
        }

        var form = await ReadFormAsync(request);
        var file = form.Files.GetFile(Audio) ?? throw new InputException(StatusCodes.Status400BadRequest, Audio, "Send the recording as the file “audio” of the form.");
        using var sound = new MemoryStream((int)file.Length);
        await file.CopyToAsync(sound, request.HttpContext.RequestAborted);
        return new VoiceInput(Core.Voice.Recording.Of(sound.ToArray(), file.ContentType), null, form["conversationId"]);
    }

    public static ProblemDetails Problem(RecordingException wrong) =>
        new HttpValidationProblemDetails(new Dictionary<string, string[]> { [Audio] = [wrong.Message] })
        {
            Detail = wrong.Message,
            Status = wrong.Fault switch
            {
                RecordingFault.TooLong => StatusCodes.Status413PayloadTooLarge,
                RecordingFault.UnknownType => StatusCodes.Status415UnsupportedMediaType,
                _ => StatusCodes.Status400BadRequest,
            },
        };

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Core.Voice.Recording.TooLong();
        }
        catch (Exception torn) when (torn is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new InputException(StatusCodes.Status400BadRequest, Audio, "The form cannot be read. Please send the recording again.");
        }
    }

    private sealed record VoiceBody(string? Transcript, string? ConversationId);
}
