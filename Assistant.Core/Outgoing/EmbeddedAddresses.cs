using System.Net;
using System.Net.Sockets;

namespace Assistant.Core.Outgoing;

/// <summary>The IPv4 addresses that an IPv6 address may lead to, by every way there is to write one into the other.</summary>
internal static class EmbeddedAddresses
{
    private static readonly IPNetwork Loopback = IPNetwork.Parse("::1/128");

    /// <summary>Where the last four bytes are the address: compatible (long out of use), translated (SIIT), and NAT64, also with a prefix of its own.</summary>
    private static readonly IPNetwork[] AtTheEnd =
    [
        IPNetwork.Parse("::/96"), IPNetwork.Parse("::ffff:0:0:0/96"), IPNetwork.Parse("64:ff9b::/96"),
        IPNetwork.Parse("64:ff9b:1::/48"),
    ];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static IEnumerable<IPAddress> In(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || Loopback.Contains(address))
        {
            yield break;
        }

        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || Array.Exists(AtTheEnd, network => network.Contains(address)) || IsIsatap(bytes))
        {
            yield return new IPAddress(bytes.AsSpan(12));
        }

        if (LocalNat64.Contains(address))
        {
            yield return new IPAddress([bytes[6], bytes[7], bytes[9], bytes[10]]);   // RFC 6052: the byte between them is always 0
        }

        if (SixToFour.Contains(address))
        {
            yield return new IPAddress(bytes.AsSpan(2, 4));
        }

        if (Teredo.Contains(address))
        {
            yield return new IPAddress(bytes.AsSpan(4, 4));   // the server that passes it on
            yield return new IPAddress([.. bytes[12..].Select(part => (byte)~part)]);
        }
    }

    private static bool IsIsatap(byte[] bytes) => bytes.AsSpan(8, 4) is [0 or 2, 0, 0x5e, 0xfe];
}
