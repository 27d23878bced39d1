using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Assistant.Tests.Browser;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Tests.Safety;

public sealed class RequestTests(KestrelFactory app) : IClassFixture<KestrelFactory>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private readonly Uri _address = app.Address;

    [Theory]
    [InlineData("/", null, HttpStatusCode.OK)]
    [InlineData("/base.css", null, HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", null, HttpStatusCode.OK)]
    [InlineData("/nowhere", null, HttpStatusCode.NotFound)]
    [InlineData("/api/nowhere", null, HttpStatusCode.NotFound)]
    [InlineData("/", "https://evil.example", HttpStatusCode.Forbidden)]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string path, string? origin, HttpStatusCode status)
    {
        using var response = await GetAsync(path, ("Origin", origin));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(Policy, Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.StartsWith("microphone=(self)", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.5:5080")]
    public async Task A_foreign_host_name_gets_a_problem(string host)
    {
        using var response = await GetAsync("/", ("Host", host));

        await AssertProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task Every_name_of_this_machine_is_served(string host)
    {
        using var response = await GetAsync("/", ("Host", host));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("nonsense")]
    public async Task A_foreign_origin_gets_a_problem_wherever_it_asks(string origin)
    {
        foreach (var path in (string[])["/", "/base.css", "/api/nowhere", "/_blazor/negotiate"])
        {
            using var response = await GetAsync(path, ("Origin", origin));

            await AssertProblemAsync(response, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_scheme_and_the_host_belong_to_an_origin()
    {
        using var otherScheme = await GetAsync("/", ("Origin", $"https://{_address.Authority}"));
        using var otherHost = await GetAsync("/", ("Origin", $"http://localhost:{_address.Port}"));
        using var own = await GetAsync("/", ("Origin", $"http://{_address.Authority}"));

        Assert.Equal(HttpStatusCode.Forbidden, otherScheme.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, otherHost.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_socket_from_another_site_is_not_opened(string origin)
    {
        using var foreign = new ClientWebSocket();
        foreign.Options.CollectHttpResponseDetails = true;
        foreign.Options.SetRequestHeader("Origin", origin);

        await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(SocketAddress, CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, foreign.HttpStatusCode);
    }

    [Fact]
    public async Task A_socket_from_our_own_page_is_opened()
    {
        using var own = new ClientWebSocket();
        own.Options.SetRequestHeader("Origin", $"http://{_address.Authority}");

        await own.ConnectAsync(SocketAddress, CancellationToken.None);

        Assert.Equal(WebSocketState.Open, own.State);
    }

    private Uri SocketAddress => new UriBuilder(_address) { Scheme = "ws", Path = "/_blazor" }.Uri;

    private async Task<HttpResponseMessage> GetAsync(string path, (string Name, string? Value) header)
    {
        using var client = new HttpClient { BaseAddress = _address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header.Value is not null)
        {
            request.Headers.Add(header.Name, header.Value);
        }

        return await client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (await response.Content.ReadFromJsonAsync<ProblemDetails>())!.Status);
    }
}
