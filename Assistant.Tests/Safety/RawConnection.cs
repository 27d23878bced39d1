using System.Net.Sockets;
using System.Text;

namespace Assistant.Tests.Safety;

/// <summary>A connection on which a test writes what no client would.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    public async Task SendAsync(string text) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>Everything the server sends until it closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var all = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(all);
        }
        catch (IOException)
        {
            // It was reset: what had been sent before is still there.
        }

        return Encoding.ASCII.GetString(all.ToArray());
    }

    /// <summary>The first line of the server's answer.</summary>
    public async Task<string?> ReadStatusAsync() => await new StreamReader(_client.GetStream(), Encoding.ASCII, leaveOpen: true).ReadLineAsync();

    public void Dispose() => _client.Dispose();
}
