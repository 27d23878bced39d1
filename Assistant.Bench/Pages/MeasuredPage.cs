namespace Assistant.Bench.Pages;

/// <summary>A page that shows an answer as it arrives: the Assistant's own, or one it is compared with.</summary>
/// <param name="Path">Where it is on its server.</param>
internal sealed record MeasuredPage(string Name, ServerProcess Server, Wire Wire, string Path, bool HasWebSocket = true)
{
    public Uri Address => new(Server.Address, Path);

    /// <summary>The same page, over the wire on which bytes are counted.</summary>
    public Uri CountedAddress => new(Wire.Address, Path);

    public bool IsAssistant => Path == "/";

    /// <summary>Bytes that answers took on the wire so far. The bare page has no websocket; what others load over HTTP, they load once.</summary>
    public long Received => HasWebSocket ? Wire.FromWebSockets : Wire.FromOthers;
}
