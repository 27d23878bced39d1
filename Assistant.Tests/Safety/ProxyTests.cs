using System.Net;
using Assistant.Tests.SignIn;
using Assistant.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Safety;

public sealed class ProxyTests
{
    private static readonly (string, string) Proxy = ("Assistant:Proxy:Addresses:0", "127.0.0.0/8");

    /// <summary>What ASPNETCORE_FORWARDEDHEADERS_ENABLED sets: with it the framework would believe everybody.</summary>
    private static readonly (string, string) Everybody = ("FORWARDEDHEADERS_ENABLED", "true");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forwarded_headers_of_anybody_else_are_not_believed(bool isEnabledInTheEnvironment)
    {
        await using var server = new GuardedServer(settings: isEnabledInTheEnvironment ? [Everybody] : []);
        var from = FromOfWrongTokens(server);

        using var form = await server.GetAsync("/sign-in", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));
        using var guess = await server.GetAsync("/api/models", ("Authorization", "Bearer guess"), ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.DoesNotContain("secure;", form.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal([IPAddress.Loopback], from);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_becomes_local_by_a_forwarded_header(bool isEnabledInTheEnvironment)
    {
        await using var server = new GuardedServer(settings: [("Assistant:AccessToken", ""), .. isEnabledInTheEnvironment ? [Everybody] : Array.Empty<(string, string)>()]);

        using var direct = await server.GetAsync("/api/models");
        using var handedOn = await server.GetAsync("/api/models", ("X-Forwarded-For", "127.0.0.1"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (direct.StatusCode, handedOn.StatusCode));
    }

    [Fact]
    public async Task The_address_is_the_last_one_that_is_no_proxy_of_ours_whatever_the_caller_wrote_before_it()
    {
        await using var server = new GuardedServer(settings: Proxy);
        var from = FromOfWrongTokens(server);

        using var guess = await server.GetAsync("/api/models", ("Authorization", "Bearer guess"), ("X-Forwarded-For", "127.0.0.1, 203.0.113.7, 127.0.0.2"));

        Assert.Equal([IPAddress.Parse("203.0.113.7")], from);
    }

    [Fact]
    public async Task The_host_and_the_scheme_a_proxy_tells_are_checked_like_any_other()
    {
        await using var server = new GuardedServer(settings: [Proxy, ("AllowedHosts", "assistant.example")]);
        (string, string)[] way = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "assistant.example")];

        using var own = await server.GetAsync("/sign-in", [.. way, ("Origin", "https://assistant.example")]);
        using var foreign = await server.GetAsync("/sign-in", [.. way, ("Origin", "https://evil.example")]);
        using var plain = await server.GetAsync("/sign-in", [.. way, ("Origin", "http://assistant.example")]);
        using var evil = await server.GetAsync("/sign-in", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "evil.example"));
        using var none = await server.GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (own.StatusCode, foreign.StatusCode, plain.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (evil.StatusCode, none.StatusCode));
    }

    private static List<IPAddress?> FromOfWrongTokens(GuardedServer server)
    {
        var from = new List<IPAddress?>();
        server.Services.GetRequiredService<SignInService>().Happened += happened => from.Add(happened.From);
        return from;
    }
}
