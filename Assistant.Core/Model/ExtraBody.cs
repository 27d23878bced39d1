using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Core.Model;

/// <summary>The properties a person wants in every request; one that is null is left out of it.</summary>
internal sealed class ExtraBody(string? json)
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] NotForExtras = ["messages", "stream"];

    private readonly JsonObject? _properties = json is null ? null : JsonNode.Parse(json)!.AsObject();

    public bool Sets(string property) => !NotForExtras.Contains(property) && _properties?.ContainsKey(property) == true;

    public BinaryData MergeInto(BinaryData body)
    {
        if (_properties is null)
        {
            return body;
        }

        var request = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in _properties.Where(extra => !NotForExtras.Contains(extra.Key)))
        {
            request.Remove(name);
            if (value is not null)
            {
                request.Add(name, value.DeepClone());
            }
        }

        return BinaryData.FromString(request.ToJsonString(Writing));
    }
}
