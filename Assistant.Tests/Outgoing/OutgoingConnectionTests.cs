using System.Net;
using Assistant.Core.Model;
using Assistant.Core.Outgoing;
using Assistant.Tests.Fakes;
using Assistant.Tests.Model;

namespace Assistant.Tests.Outgoing;

public sealed class OutgoingConnectionTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("127.0.0.1", "169.254.169.254")]
    public async Task A_name_that_leads_to_a_forbidden_address_is_not_connected_to(params string[] addresses)
    {
        await using var server = await FakeModelServer.StartAsync();
        var connection = new OutgoingConnection((_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

        var seen = await AskAsync(connection, new Uri($"http://innocent.example:{server.Endpoint.Port}/v1"));

        Assert.Equal(ModelFault.Unreachable, seen.Failure!.Kind);
        Assert.Equal(
            $"Will not ask http://innocent.example:{server.Endpoint.Port}/v1: it leads to {addresses[^1]}, and nothing is sent to that address: "
            + "it is the network's own, or one where clouds keep the secrets of their machines.",
            seen.Failure.Message);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task What_is_connected_to_is_what_was_looked_at()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Text("Hello"));
        var looks = 0;
        var connection = new OutgoingConnection((_, _) => Task.FromResult<IPAddress[]>([looks++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));

        var seen = await AskAsync(connection, new Uri($"http://localhost:{server.Endpoint.Port}/v1"));

        Assert.Null(seen.Failure);
        Assert.Equal(("Hello", 1), (seen.Text, looks));
    }

    [Theory]
    [InlineData("https://169.254.169.254/v1")]
    [InlineData("https://[::ffff:a9fe:a9fe]/v1")]
    [InlineData("https://[fe80::1]/v1")]
    [InlineData("https://2852039166/v1")]
    [InlineData("https://0xa9.0xfe.0xa9.0xfe/v1")]
    public async Task A_forbidden_address_as_it_is_written_is_refused_even_where_a_proxy_would_take_the_request(string address)
    {
        var wire = new WireHandler(() => Stream.Null);

        var seen = await Wire.AskAsync(Wire.Client(wire, Wire.Options with { Endpoint = new Uri(address) }), isStreamed: false);

        Assert.Equal(ModelFault.Unreachable, seen.Failure!.Kind);
        Assert.Contains("nothing is sent to that address", seen.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData("http://192.168.1.5:8000/v1")]
    [InlineData("http://api.example/v1")]
    public async Task Another_machine_is_not_asked_without_encryption_unless_that_is_allowed(string address)
    {
        var wire = new WireHandler(() => WireStream.Of("""{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}"""u8.ToArray()));
        var options = Wire.Options with { Endpoint = new Uri(address) };

        var refused = await Wire.AskAsync(Wire.Client(wire, options), isStreamed: false);
        Assert.Empty(wire.Requests);
        var allowed = await Wire.AskAsync(Wire.Client(wire, options with { AllowHttp = true }), isStreamed: false);

        Assert.Equal(ModelFault.Unreachable, refused.Failure!.Kind);
        Assert.Contains("Begin the address with https://, or set Assistant:Model:AllowHttp to true.", refused.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("Hello", allowed.Text);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_takes_neither_the_key_nor_the_question_anywhere(int status)
    {
        await using var elsewhere = await FakeModelServer.StartAsync();
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Error(status, "", ("Location", $"{elsewhere.Endpoint}/chat/completions")));

        var seen = await Wire.AskAsync(Wire.ClientOf(server.Endpoint), isStreamed: false);

        Assert.Equal(ModelFault.BadResponse, seen.Failure!.Kind);
        Assert.Equal(0, elsewhere.Connections);
    }

    private static Task<Seen> AskAsync(OutgoingConnection connection, Uri endpoint) => Wire.AskAsync(
        Wire.Client(new ModelConnection(new ModelOptions { Endpoint = endpoint, Name = "fake-2000", AllowHttp = true }, connection.CreateOwnHandler())), isStreamed: false);
}
