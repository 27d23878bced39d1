using System.Net;

namespace Assistant.Core.Outgoing;

/// <summary>What an address must be like before anything is sent there, as far as it can be told from how it is written.</summary>
public static class OutgoingRules
{
    public const string NotSecure = "what is sent to another machine can be read on the way. Begin the address with https://, or set Assistant:Model:AllowHttp to true.";

    public const string Forbidden = "nothing is sent to that address: it is the network's own, or one where clouds keep the secrets of their machines.";

    /// <summary>Why nothing is sent there, as the end of a sentence; none where it may be.</summary>
    public static string? Trouble(Uri address, bool allowHttp) =>
        IPAddress.TryParse(address.DnsSafeHost, out var literal) && ForbiddenAddresses.Hold(literal) ? Forbidden
        : address.Scheme == Uri.UriSchemeHttps || address.IsLoopback || allowHttp ? null
        : NotSecure;
}
