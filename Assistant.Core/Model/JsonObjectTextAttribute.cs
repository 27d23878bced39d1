using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Assistant.Core.Model;

/// <summary>The text is a JSON object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonObjectTextAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string text)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
