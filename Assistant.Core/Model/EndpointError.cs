using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>What an endpoint says about a failure, in whatever shape: wrapped or flat JSON, a string, a list of details, a web page or plain text.</summary>
internal sealed partial record EndpointError(string? Words, string? Code = null, string? Type = null)
{
    /// <summary>What in the request it complains about ("stream_options", "messages[2].name"); several are separated by blanks.</summary>
    public string? Place { get; private init; }

    /// <summary>Some endpoints put the HTTP status into the code.</summary>
    public int? Status => int.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? status : null;

    /// <summary>The error in a body that came with a failure status.</summary>
    public static EndpointError FromBody(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span).Trim('\uFEFF', ' ', '\r', '\n', '\t');
        var json = DataPrefix().Replace(text, "");
        using var document = LenientJson.Parse(Encoding.UTF8.GetBytes(json));
        return document is null ? new EndpointError(PlainWords(text)) : FromJson(document.RootElement);
    }

    /// <summary>The error inside a 200, as a body of its own or as one event of a stream; none when this is a part of an answer.</summary>
    public static EndpointError? InAnswer(JsonElement chunk)
    {
        if (chunk.IsArray)
        {
            return chunk.FirstItem(_ => true) is { IsObject: true } only ? InAnswer(only) : null;
        }

        var isAnswer = chunk.Member("choices"u8).IsPresent;
        var hasError = chunk.Member("error"u8).IsPresent || chunk.Member("object"u8).Is("error") || chunk.IsString;
        var isFlat = !isAnswer && (chunk.Member("message", "detail", "errors").IsPresent || chunk.Member("type"u8).Is("error"));
        return hasError || isFlat ? FromJson(chunk) : null;
    }

    /// <summary>Text of any kind as words: a page without its markup, blanks run together.</summary>
    public static string? PlainWords(string text)
    {
        if (text.StartsWith('<'))
        {
            text = WebUtility.HtmlDecode(Markup().Replace(HiddenElements().Replace(text, " "), " "));
        }

        text = Blanks().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static EndpointError FromJson(JsonElement root)
    {
        var outer = root.IsArray ? root.Items().FirstOrDefault() : root;
        var wrapped = outer.Member("error", "errors");
        var error = wrapped.IsArray ? wrapped.Items().FirstOrDefault() : wrapped.IsPresent ? wrapped : outer;
        var words = Said(error) ?? Said(outer) ?? (root.IsObject || root.IsArray ? root.GetRawText() : null);
        return new EndpointError(
            words is null ? null : PlainWords(words),
            (error.Member("code"u8) is { IsPresent: true } code ? code : outer.Member("code", "status")).Text(),
            (error.Member("type", "status") is { IsPresent: true } type ? type : outer.Member("type"u8)).Text())
        {
            Place = PlaceIn(error) ?? PlaceIn(outer),
        };
    }

    // A "param", or the "loc" of each detail, as a list of steps.
    private static string? PlaceIn(JsonElement error)
    {
        if (error.Member("param", "parameter").Text() is { } place)
        {
            return place;
        }

        if (error.Member("loc"u8) is { IsArray: true } steps)
        {
            return string.Join('.', steps.Items().Select(step => step.Text()));
        }

        var details = error.Member("detail", "details", "errors", "message");
        var places = details.IsArray ? string.Join(' ', details.Items().Select(PlaceIn).OfType<string>()) : details.IsObject ? PlaceIn(details) : null;
        return string.IsNullOrEmpty(places) ? null : places;
    }

    private static string? Said(JsonElement error)
    {
        if (error.IsString)
        {
            return error.Text();
        }

        var said = error.Member("message", "detail", "msg", "error_description", "title", "error");
        var words = said.IsArray ? string.Join("; ", said.Items().Select(Said).OfType<string>()) : said.IsObject ? Said(said) : said.Text();
        var reason = error.Member("metadata"u8).Member("raw"u8).Text();
        return reason is null ? words : $"{words}: {reason}";
    }

    [GeneratedRegex(@"^(data|error):\s*")]
    private static partial Regex DataPrefix();

    [GeneratedRegex("<(script|style|svg)[^>]*>.*?</\\1>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex HiddenElements();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
