using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Assistant.Bench.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Safety;

/// <summary>Three hundred connections whose headers and bodies drip, and others who want an answer meanwhile. One that the server drops comes back at once.</summary>
internal static class SlowConnections
{
    private const int Count = 300;
    private const int Rounds = 30;
    private const double Patience = 2000;

    private const string Headers = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    private const string Body = "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{\"question\":\"";

    private static readonly TimeSpan BetweenDrops = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Paths = ["/", "/base.css", "/api/conversations", "/health/ready"];

    public static async Task<IReadOnlyList<Target>> MeasureAsync()
    {
        await using var model = await FakeModelServer.StartAsync();
        await using var app = await ServerProcess.StartAssistantAsync(model.Endpoint, PageCase.Headline.Model);
        using var over = new CancellationTokenSource();
        var dripping = Enumerable.Range(0, Count).Select(number => DripAsync(app.Address, number % 2 == 0 ? Headers : Body, over.Token)).ToList();
        var worst = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var path in Paths)
            {
                using var http = new HttpClient();   // a connection of its own each time
                var watch = Stopwatch.StartNew();
                (await http.GetAsync(new Uri(app.Address, path))).EnsureSuccessStatusCode();
                worst = Math.Max(worst, watch.Elapsed.TotalMilliseconds);
            }

            await Task.Delay(BetweenDrops);
        }

        await over.CancelAsync();
        await Task.WhenAll(dripping);
        return [new($"{Count} slow connections, the worst answer to anybody else", worst, Patience, "ms")];
    }

    private static async Task DripAsync(Uri server, string beginning, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(server.Host, server.Port, over);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), over);
                while (true)
                {
                    await Task.Delay(BetweenDrops, over);
                    await client.GetStream().WriteAsync("x"u8.ToArray(), over);
                }
            }
            catch (Exception dropped) when (dropped is IOException or SocketException or OperationCanceledException)
            {
                // The server has had enough of it, or it is over.
            }
        }
    }
}
