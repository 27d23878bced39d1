using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>What an endpoint itself says of its times.</summary>
public sealed record EndpointTiming(TimeSpan? Queue, TimeSpan? Prompt, TimeSpan? Completion)
{
    public const string Key = "assistant.timing";

    public static EndpointTiming? Of(AdditionalPropertiesDictionary? properties) =>
        properties?.TryGetValue(Key, out var value) == true ? value as EndpointTiming : null;
}
