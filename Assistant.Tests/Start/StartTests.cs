using System.Net;
using System.Net.Sockets;

namespace Assistant.Tests.Start;

public sealed class StartTests
{
    [Fact]
    public async Task It_says_where_it_is_and_how_to_stop_it()
    {
        await using var assistant = new AssistantProcess("--urls http://127.0.0.1:0");

        var block = await assistant.ReadStartBlockAsync();

        Assert.Matches(@"^The Assistant is at http://127\.0\.0\.1:\d+\n", block);
        Assert.EndsWith("Press Ctrl+C to stop.", block, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("--urls http://localhost:5080;http://*:0", "http://*:0")]
    [InlineData("--http_ports 5081", "http://*:5081")]
    [InlineData("--Kestrel:Endpoints:Main:Url http://[::]:0", "http://[::]:0")]
    public async Task An_address_that_others_can_reach_is_refused_without_an_access_token(string arguments, string address)
    {
        await using var assistant = new AssistantProcess(arguments);

        await AssertStopsAsync(assistant, $"Will not listen on {address}: other machines could reach it, and no access token is set. Set Assistant__AccessToken");
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://+:5081", "http://+:5081")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "5081", "http://*:5081")]
    [InlineData("URLS", "http://example.org:5081", "http://example.org:5081")]
    public async Task The_environment_is_refused_too(string variable, string value, string address)
    {
        await using var assistant = new AssistantProcess("", (variable, value));

        await AssertStopsAsync(assistant, $"Will not listen on {address}:");
    }

    [Fact]
    public async Task With_an_access_token_it_listens_for_others()
    {
        await using var assistant = new AssistantProcess("--urls http://0.0.0.0:0", ("Assistant__AccessToken", "a secret of sixteen"));

        Assert.Contains("The Assistant is at http://0.0.0.0:", await assistant.ReadStartBlockAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Assistant:AccessToken short", "Assistant:AccessToken is too short. Make it at least 16 characters long.")]
    [InlineData("--Assistant:Proxy:UserHeader X-Forwarded-User", "Assistant:Proxy:UserHeader is believed from known proxies only: name them in Assistant:Proxy:Addresses.")]
    [InlineData("--urls banana", "“banana” is not an address to listen on.")]
    [InlineData("--urls http://localhost:99999", "“http://localhost:99999” is not an address to listen on.")]
    public async Task A_bad_setting_stops_the_start_with_a_sentence(string arguments, string sentence)
    {
        await using var assistant = new AssistantProcess(arguments);

        await AssertStopsAsync(assistant, sentence);
    }

    [Fact]
    public async Task A_busy_port_stops_the_start_with_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        await using var assistant = new AssistantProcess($"--urls {address}");

        await AssertStopsAsync(assistant, $"{address} is already in use by another program.");
    }

    private static async Task AssertStopsAsync(AssistantProcess assistant, string sentence)
    {
        var (exitCode, output, error) = await assistant.RunToEndAsync();

        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", output);
        Assert.Equal(1, exitCode);
    }
}
