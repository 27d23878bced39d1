using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>Token counts as endpoints spell them: at the top, in Groq's own corner, or beside the choice.</summary>
internal static class UsageReader
{
    public static UsageDetails? Read(JsonElement chunk, JsonElement choice)
    {
        var usage = First(chunk.Member("usage"u8), chunk.Member("x_groq"u8).Member("usage"u8), choice.Member("usage"u8));
        if (!usage.IsObject)
        {
            return null;
        }

        var details = new UsageDetails
        {
            InputTokenCount = usage.Member("prompt_tokens", "input_tokens").Count(),
            OutputTokenCount = usage.Member("completion_tokens", "output_tokens").Count(),
            TotalTokenCount = usage.Member("total_tokens"u8).Count(),
            CachedInputTokenCount = (usage.Member("prompt_tokens_details", "input_tokens_details").Member("cached_tokens"u8) is { IsPresent: true } cached
                ? cached
                : usage.Member("prompt_cache_hit_tokens"u8)).Count(),
            ReasoningTokenCount = usage.Member("completion_tokens_details", "output_tokens_details").Member("reasoning_tokens"u8).Count(),
        };

        return (details.InputTokenCount ?? details.OutputTokenCount ?? details.TotalTokenCount) is null ? null : details;
    }

    private static JsonElement First(params ReadOnlySpan<JsonElement> places)
    {
        foreach (var place in places)
        {
            if (place.IsObject)
            {
                return place;
            }
        }

        return default;
    }
}
