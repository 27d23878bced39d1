using System.Net;
using System.Net.Sockets;
using Assistant.Core;

namespace Assistant.Web.Limits;

/// <summary>Who a request is counted for.</summary>
internal static class Callers
{
    /// <summary>The bytes of an IPv6 address that name a network; the rest is whatever its owner likes (RFC 6177).</summary>
    private const int NetworkBytes = 8;

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",   // a unix socket
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } ip when !IPAddress.IsLoopback(ip) => Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, NetworkBytes)),
        var ip => ip.ToString(),
    };

    public static Owner OwnerOf(HttpContext context) => context.RequestServices.GetRequiredService<Owner>();
}
