using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Assistant.Tests.Fakes;
using Assistant.Tests.Model;
using Assistant.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Telemetry;

public sealed class TelemetryExportTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _received = new();
    private WebApplication _collector = null!;
    private FakeModelServer _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", ReceiveAsync);
        await _collector.StartAsync();
        _server = await FakeModelServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _collector.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_calls_cost_is_exported_to_the_endpoint_that_is_set()
    {
        await AskWithAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        Assert.Contains("chat fake-2000", _received["traces"], StringComparison.Ordinal);
        Assert.Contains("gen_ai.client.token.usage", _received["metrics"], StringComparison.Ordinal);
        Assert.All(_received.Values, sent =>
        {
            Assert.Contains("assistant", sent, StringComparison.Ordinal);
            Assert.DoesNotContain(Wire.Key, sent, StringComparison.Ordinal);
            Assert.DoesNotContain("ANSWER-x7Q", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("Hello?", sent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_exported()
    {
        await AskWithAsync();

        Assert.Empty(_received);
    }

    private async Task AskWithAsync(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var export = new TelemetryExport(configuration);
        await export.StartAsync(CancellationToken.None);
        _server.Enqueue(FakeReply.Text("ANSWER-x7Q"));
        await Wire.AskAsync(Wire.ClientOf(_server.Endpoint), isStreamed: true);
    }

    private async Task ReceiveAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.AddOrUpdate(signal, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
    }
}
