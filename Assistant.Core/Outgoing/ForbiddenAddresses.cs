using System.Net;
using System.Net.Sockets;

namespace Assistant.Core.Outgoing;

/// <summary>
/// Addresses that nothing is ever sent to: those of the network itself, and those where clouds hand out the secrets of their machines to whoever can make
/// a program ask. An IPv4 address written inside an IPv6 one is looked at as what it is.
/// </summary>
public static class ForbiddenAddresses
{
    /// <summary>The rest of the places where clouds keep what a machine may know, beside the link-local ones: Alibaba, Azure, Oracle; AWS, Google and Oracle by IPv6.</summary>
    private static readonly IPAddress[] Metadata =
    [
        IPAddress.Parse("100.100.100.200"), IPAddress.Parse("168.63.129.16"), IPAddress.Parse("192.0.0.192"),
        IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254"), IPAddress.Parse("fd00:c1::a9fe:a9fe"),
    ];

    /// <summary>"This network", link-local, multicast, and what is kept for no use at all (RFC 6890).</summary>
    private static readonly IPNetwork[] Networks =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/128"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    public static bool Hold(IPAddress address)
    {
        // A zone only says by which way; the address is the same.
        var plain = address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new IPAddress(address.GetAddressBytes()) : address;
        return Metadata.Contains(plain)
            || Array.Exists(Networks, network => network.Contains(plain))
            || EmbeddedAddresses.In(plain).Any(Hold);
    }
}
