using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>What each model at each endpoint was seen to do.</summary>
public sealed class EndpointProfiles
{
    private readonly ConcurrentDictionary<(Uri? Endpoint, string? Model), EndpointProfile> _profiles = new();

    /// <summary>The profile of the model that a client would call now.</summary>
    public EndpointProfile Of(IChatClient model)
    {
        var about = model.GetService<ChatClientMetadata>();
        return _profiles.GetOrAdd((about?.ProviderUri, about?.DefaultModelId), _ => new EndpointProfile());
    }
}
