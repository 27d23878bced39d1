using System.Net;
using System.Net.Sockets;

namespace Assistant.Bench.Pages;

/// <summary>Stands between the browser and a server and counts what really goes over the wire, which the browser's tools tell only unpacked.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private static ReadOnlySpan<byte> UpgradeHeader => "Upgrade: websocket"u8;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private long _fromWebSockets;
    private long _fromOthers;

    public Wire(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser goes.</summary>
    public Uri Address { get; }

    /// <summary>Bytes from the server to the browser so far, over websockets.</summary>
    public long FromWebSockets => Interlocked.Read(ref _fromWebSockets);

    /// <summary>Bytes from the server to the browser so far, over all other connections.</summary>
    public long FromOthers => Interlocked.Read(ref _fromOthers);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient browser)
    {
        using var server = new TcpClient { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _over.Token);
                var isWebSocket = false;
                await Task.WhenAny(
                    CopyAsync(browser.GetStream(), server.GetStream(), sent => isWebSocket |= sent.IndexOf(UpgradeHeader) >= 0),
                    CopyAsync(server.GetStream(), browser.GetStream(), sent => Interlocked.Add(ref isWebSocket ? ref _fromWebSockets : ref _fromOthers, sent.Length)));
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException)
            {
                // A window was closed, or the measuring is over.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Saw saw)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.ReadAsync(buffer, _over.Token) is > 0 and var length)
            {
                saw(buffer.AsSpan(0, length));
                await to.WriteAsync(buffer.AsMemory(0, length), _over.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }

    private delegate void Saw(ReadOnlySpan<byte> sent);
}
