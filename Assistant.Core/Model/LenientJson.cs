using System.Globalization;
using System.Text.Json;

namespace Assistant.Core.Model;

/// <summary>Reads JSON the way endpoints really write it: whatever is absent, null or of another kind is simply not there.</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document, or none when the bytes are not JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    extension(JsonElement element)
    {
        public bool IsObject => element.ValueKind == JsonValueKind.Object;

        public bool IsArray => element.ValueKind == JsonValueKind.Array;

        public bool IsString => element.ValueKind == JsonValueKind.String;

        public bool IsPresent => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

        public bool Is(string text) => element.IsString && element.ValueEquals(text);

        /// <summary>The first of these members that is there and not null; undefined when none is.</summary>
        public JsonElement Member(params ReadOnlySpan<string> names)
        {
            if (element.IsObject)
            {
                foreach (var name in names)
                {
                    if (element.TryGetProperty(name, out var member) && member.IsPresent)
                    {
                        return member;
                    }
                }
            }

            return default;
        }

        /// <summary>The same for one name as it stands in the bytes: the quick way for what is looked for in every chunk.</summary>
        public JsonElement Member(ReadOnlySpan<byte> name) =>
            element.IsObject && element.TryGetProperty(name, out var member) && member.IsPresent ? member : default;

        /// <summary>The elements of an array; none when it is something else.</summary>
        public JsonElement.ArrayEnumerator Items() => element.IsArray ? element.EnumerateArray() : default;

        /// <summary>The first element of an array that fits; undefined when none does.</summary>
        public JsonElement FirstItem(Func<JsonElement, bool> fits)
        {
            foreach (var item in element.Items())
            {
                if (fits(item))
                {
                    return item;
                }
            }

            return default;
        }

        /// <summary>A string or a number as text; none when blank or something else.</summary>
        public string? Text()
        {
            var text = element.ValueKind switch
            {
                JsonValueKind.String => JsonText.Decode(element),
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }

        /// <summary>A number, also when it is written as a string; none when it is something else or not finite.</summary>
        public double? Number()
        {
            var isNumber = element.ValueKind == JsonValueKind.Number
                ? element.TryGetDouble(out var number)
                : double.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            return isNumber && double.IsFinite(number) ? number : null;
        }

        /// <summary>A count of zero or more.</summary>
        public long? Count() => element.Number() is >= 0 and < 1e15 and var number ? (long)number : null;
    }
}
