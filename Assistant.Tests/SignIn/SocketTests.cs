using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Assistant.Tests.Fakes;
using Assistant.Web.SignIn;

namespace Assistant.Tests.SignIn;

public sealed class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_page_gets_no_socket_without_a_sign_in()
    {
        await using var server = new GuardedServer();
        using var nameless = new ClientWebSocket();
        using var program = new ClientWebSocket();

        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync(nameless));
        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync(program, ("Authorization", $"Bearer {GuardedServer.Token}")));
        using var negotiated = await server.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (nameless.HttpStatusCode, program.HttpStatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, negotiated.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Another_site_gets_none_even_with_the_cookie(string origin)
    {
        await using var server = new GuardedServer();
        using var socket = new ClientWebSocket();
        var cookie = await server.SignInAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync(socket, cookie, ("Origin", origin)));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Signing_out_closes_the_sockets_of_that_sign_in_alone()
    {
        await using var server = new GuardedServer();
        var (cookie, other) = (await server.SignInAsync(), await server.SignInAsync());
        using var socket = await server.OpenSocketAsync(new ClientWebSocket(), cookie);
        using var others = await server.OpenSocketAsync(new ClientWebSocket(), other);

        using var left = await server.SignOutAsync(cookie);

        await AssertClosedAsync(socket);
        await AssertRefusedAsync(server, cookie);
        Assert.Equal(WebSocketState.Open, (await server.OpenSocketAsync(new ClientWebSocket(), other)).State);
        Assert.Equal(WebSocketState.Open, others.State);
    }

    [Fact]
    public async Task Signing_out_everywhere_closes_every_socket()
    {
        await using var server = new GuardedServer();
        var (cookie, other) = (await server.SignInAsync(), await server.SignInAsync());
        using var socket = await server.OpenSocketAsync(new ClientWebSocket(), cookie);
        using var others = await server.OpenSocketAsync(new ClientWebSocket(), other);

        using var left = await server.SignOutAsync(cookie, ("everywhere", "true"));

        await AssertClosedAsync(socket);
        await AssertClosedAsync(others);
        await AssertRefusedAsync(server, other);
    }

    [Fact]
    public async Task A_socket_closes_when_its_sign_in_runs_out()
    {
        var time = new ManualTime();
        await using var server = new GuardedServer(time);
        using var socket = await server.OpenSocketAsync(new ClientWebSocket(), await server.SignInAsync());

        time.Advance(SignIns.Lasting);

        await AssertClosedAsync(socket);
    }

    [Fact]
    public async Task An_event_stream_ends_with_the_sign_in_too()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = new GuardedServer(model: new NeverEndingModel(cancelled));
        var cookie = await server.SignInAsync();
        using var asked = await server.SendAsync(HttpMethod.Post, "/api/generate", JsonContent.Create(new { prompt = "Write", delivery = "stream" }), cookie);
        var reading = asked.Content.ReadAsStringAsync();

        using var left = await server.SignOutAsync(cookie);

        await Assert.ThrowsAsync<HttpRequestException>(() => reading.WaitAsync(Patience));
        await cancelled.Task.WaitAsync(Patience);
    }

    /// <summary>Reading ends only because the server closed it: nothing is ever sent on this socket.</summary>
    private static async Task AssertClosedAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[16], patience.Token));
    }

    private static async Task AssertRefusedAsync(GuardedServer server, (string, string) cookie)
    {
        using var socket = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync(socket, cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }
}
