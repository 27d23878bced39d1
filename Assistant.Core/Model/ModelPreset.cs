namespace Assistant.Core.Model;

/// <summary>A provider people already know: where it is, and what it is known to do.</summary>
/// <param name="Name">As its maker writes it.</param>
/// <param name="Endpoint">The base address that goes into the settings.</param>
/// <param name="KeyVariable">The environment variable its users keep their key in; none where no key is needed.</param>
public sealed record ModelPreset(string Name, Uri Endpoint, string? KeyVariable = null)
{
    /// <summary>What it is known not to take of a request. What else it refuses is found out when it does.</summary>
    public Quirks KnownQuirks { get; init; }

    /// <summary>It runs on this machine and asks for no key.</summary>
    public bool IsLocal => Endpoint.IsLoopback;

    /// <summary>The address leads to this provider, whatever its path. Each name of this machine is as good as another.</summary>
    public bool IsAt(Uri address) =>
        IsLocal && address.IsLoopback ? address.Port == Endpoint.Port : ModelOrigin.Of(address) == ModelOrigin.Of(Endpoint);
}
