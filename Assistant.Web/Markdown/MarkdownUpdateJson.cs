using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Web.Markdown;

/// <summary>
/// An update as the page gets it: without what it does not have, and with nothing escaped but what JSON needs. By itself .NET also writes
/// <c>&lt;</c>, quotes, backticks and other scripts as six characters each, for JSON that ends up in HTML; this is read by a JSON parser only.
/// </summary>
internal sealed class MarkdownUpdateJson : JsonConverter<MarkdownUpdate>
{
    public override MarkdownUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Updates go to the page only.");

    public override void Write(Utf8JsonWriter writer, MarkdownUpdate update, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(writer, "sealing", update.Sealing);
        Write(writer, "closed", update.Closed.Length > 0 ? update.Closed : null);
        Write(writer, "newTail", update.NewTail);
        Write(writer, "text", update.Text.Length > 0 ? update.Text : null);
        if (update.Ending is { } ending)
        {
            Write(writer, ending);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<BlockPatch> ending)
    {
        writer.WriteStartArray("ending");
        foreach (var patch in ending)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", patch.Index);
            writer.WriteNumber("removed", patch.Removed);
            Write(writer, "html", patch.Html);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        }
    }
}
