using System.Net;
using System.Net.Sockets;

namespace Assistant.Core.Outgoing;

/// <summary>
/// Makes the connections that leave this machine. A name is resolved once, every address it has is looked at, and one of exactly these is connected to: there
/// is no second look-up that could say something else.
/// </summary>
/// <param name="resolve">Finds the addresses of a name.</param>
public sealed class OutgoingConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private static readonly OutgoingConnection Usual = new(Dns.GetHostAddressesAsync);

    /// <summary>A handler whose connections are made here, and that follows no redirect to a place nobody has named.</summary>
    public static SocketsHttpHandler CreateHandler() => Usual.CreateOwnHandler();

    public SocketsHttpHandler CreateOwnHandler() => new() { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync };

    /// <summary>Where a proxy is used, it is the proxy's address that is looked at.</summary>
    /// <exception cref="RefusedAddressException">At least one of the addresses is among <see cref="ForbiddenAddresses"/>.</exception>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (Array.Find(addresses, ForbiddenAddresses.Hold) is { } forbidden)
        {
            throw new RefusedAddressException(forbidden);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
