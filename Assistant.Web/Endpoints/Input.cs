using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Delivery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Assistant.Web.Endpoints;

/// <summary>Reads and checks request bodies. Whatever is wrong is an <see cref="InputException"/> before anything is sent to a model.</summary>
internal static class Input
{
    /// <summary>The field to name when it is none in particular.</summary>
    public const string Body = "body";

    public const string NotJson = "Send the body as application/json.";

    private const int LongestLanguage = 50;

    public static async Task<T> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        if (!IsJson(request))
        {
            throw new InputException(StatusCodes.Status415UnsupportedMediaType, Body, NotJson);
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(request.HttpContext.RequestAborted)
                ?? throw new InputException(StatusCodes.Status400BadRequest, Body, "The body is empty; send a JSON object.");
        }
        catch (JsonException wrong)
        {
            throw Unreadable(wrong);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new InputException(StatusCodes.Status413PayloadTooLarge, Body, TooLarge(request.HttpContext));
        }
    }

    /// <summary>A text that must be there.</summary>
    public static string Required(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InputException(StatusCodes.Status400BadRequest, field, $"Write a {field}; it is missing or empty.");
        }

        return Optional(text, field)!;
    }

    /// <summary>A text that may be missing, but not be too long.</summary>
    public static string? Optional(string? text, string field) => InputLimits.IsTooLong(text)
        ? throw new InputException(StatusCodes.Status413PayloadTooLarge, field, InputLimits.TooLong(field))
        : text;

    public static string? Language(string? language) => language?.Length > LongestLanguage
        ? throw new InputException(StatusCodes.Status400BadRequest, "language", $"Name the language in at most {LongestLanguage} characters.")
        : language;

    public static DeliveryChoice Delivery(string? delivery) => delivery switch
    {
        null or "auto" => DeliveryChoice.Auto,
        "sync" => DeliveryChoice.Sync,
        "stream" => DeliveryChoice.Stream,
        _ => throw new InputException(StatusCodes.Status400BadRequest, "delivery", "Choose \"auto\", \"sync\" or \"stream\"."),
    };

    public static RewriteLevel Level(string? level) => level switch
    {
        null or "modern" => RewriteLevel.Modern,
        "safe" => RewriteLevel.Safe,
        _ => throw new InputException(StatusCodes.Status400BadRequest, "level", "Choose \"modern\" or \"safe\"."),
    };

    /// <summary>Routing lets a body of no type pass, and looks at no charset.</summary>
    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType() && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (!type.Charset.HasValue || type.Encoding is not null);

    private static string TooLarge(HttpContext context)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0;
        return FormattableString.Invariant($"The body is larger than {limit / (1024.0 * 1024):0.##} MB. Send less at once.");
    }

    /// <summary>Names the field whose value does not fit ("$.question"); where the text is no JSON at all, the body.</summary>
    private static InputException Unreadable(JsonException wrong)
    {
        var isJson = wrong.InnerException is not JsonException;
        var field = isJson && wrong.Path?.Split('.', '[') is [_, { Length: > 0 } first, ..] ? first : Body;
        var message = field == Body ? "The body is not valid JSON." : $"The value of {field} is not of the right type.";
        return new InputException(StatusCodes.Status400BadRequest, field, message);
    }
}
