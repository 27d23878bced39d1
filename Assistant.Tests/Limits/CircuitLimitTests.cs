using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Assistant.Tests.Browser;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Tests.Limits;

public sealed class CircuitLimitTests : IAsyncDisposable
{
    private readonly KestrelFactory _app = new() { Settings = { ["Assistant:Limits:Circuits"] = "1" } };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/")]
    [InlineData("/_BLAZOR")]
    public async Task One_window_too_many_is_told_why_and_is_let_in_when_another_has_closed(string path)
    {
        using var http = _app.CreateClient();
        using (var first = new ClientWebSocket())
        {
            await ConnectAsync(first, path);
            using var second = new ClientWebSocket();
            second.Options.CollectHttpResponseDetails = true;

            await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(second, path));
            using var page = await http.GetAsync(new Uri("/", UriKind.Relative));

            Assert.Equal(HttpStatusCode.TooManyRequests, second.HttpStatusCode);
            Assert.Equal((HttpStatusCode.TooManyRequests, 10), (page.StatusCode, page.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
            Assert.Equal(
                "1 windows are open, as many as there may be in all. Close one, and open this again.", (await page.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        }

        // The server hears of it in its own time.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await http.GetAsync(new Uri("/", UriKind.Relative), patience.Token)).StatusCode == HttpStatusCode.TooManyRequests)
        {
        }

        using var third = new ClientWebSocket();
        await ConnectAsync(third, path);
        Assert.Equal(WebSocketState.Open, third.State);
    }

    [Theory]
    [InlineData("/_blazor?id=unknown")]
    [InlineData("/_blazor/?id=unknown")]
    public async Task What_could_not_be_counted_is_not_served(string path)
    {
        using var http = _app.CreateClient();

        using var polling = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, polling.StatusCode);
        Assert.Equal("The page needs a WebSocket.", (await polling.Content.ReadFromJsonAsync<ProblemDetails>())!.Title);
    }

    private Task ConnectAsync(ClientWebSocket socket, string path) => socket.ConnectAsync(new UriBuilder(_app.Address) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
}
