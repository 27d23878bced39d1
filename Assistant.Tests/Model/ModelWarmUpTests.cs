using System.Net;
using System.Net.Sockets;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Model;

public sealed class ModelWarmUpTests
{
    [Fact]
    public async Task The_connection_is_open_before_the_first_question_and_again_for_another_choice()
    {
        await using var first = await FakeModelServer.StartAsync();
        await using var second = await FakeModelServer.StartAsync();
        var selection = Select(first.Endpoint);
        using var warmUp = new ModelWarmUp(selection, NullLogger<ModelWarmUp>.Instance);

        await warmUp.StartAsync(CancellationToken.None);
        await first.ModelsAskedAsync(CancellationToken.None);
        selection.Use(new ModelOptions { Endpoint = second.Endpoint });
        await second.ModelsAskedAsync(CancellationToken.None);
        await warmUp.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_question_after_the_warm_up_needs_no_new_connection_and_no_name()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Text("Hello"));
        var endpoint = Select(server.Endpoint).Endpoint!;

        await endpoint.WarmUpAsync(CancellationToken.None);
        await Wire.AskAsync(endpoint.Client, isStreamed: true);

        Assert.Equal("fake-2000", endpoint.Name.Known);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("https://no-such-host.invalid")]
    public async Task An_endpoint_that_is_not_there_is_only_a_line_for_those_who_look_for_it(string address)
    {
        using var log = new CapturedLog();
        using var warmUp = new ModelWarmUp(Select(new Uri(address)), log.CreateLogger<ModelWarmUp>());

        await warmUp.StartAsync(CancellationToken.None);
        Assert.StartsWith("Debug: ", await log.LineAsync("could not be warmed up: Unreachable"), StringComparison.Ordinal);
        await warmUp.StopAsync(CancellationToken.None);

        Assert.True(warmUp.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_warm_up_that_hangs_does_not_hold_up_the_end()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var warmUp = new ModelWarmUp(Select(new Uri($"http://{silent.LocalEndpoint}")), NullLogger<ModelWarmUp>.Instance);
        await warmUp.StartAsync(CancellationToken.None);
        using var accepted = await silent.AcceptTcpClientAsync();

        await warmUp.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(warmUp.ExecuteTask!.IsCompleted);
    }

    private static ModelSelection Select(Uri endpoint) =>
        new(Options.Create(new ModelOptions { Endpoint = endpoint }), TimeProvider.System, NullLoggerFactory.Instance);
}
