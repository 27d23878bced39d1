using Assistant.Tests.Browser;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Limits;

public sealed class ServerLimitsTests
{
    [Fact]
    public async Task The_server_and_the_windows_get_the_limits_that_are_set()
    {
        await using var app = new KestrelFactory
        {
            Settings =
            {
                ["Assistant:Limits:Connections"] = "700",
                ["Assistant:Limits:HeadersTimeout"] = "00:00:07",
                ["Assistant:Limits:IdleConnectionTime"] = "00:01:07",
                ["Assistant:Limits:BodyBytes"] = "700000",
                ["Assistant:Limits:BodyBytesPerSecond"] = "777",
                ["Assistant:Limits:DisconnectedCircuits"] = "7",
                ["Assistant:Limits:DisconnectedTime"] = "00:02:07",
                ["Assistant:Limits:SocketMessageBytes"] = "70000",
            },
        };

        var kestrel = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        var circuits = app.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;

        Assert.Equal((700, 700_000, 777), (kestrel.MaxConcurrentConnections, kestrel.MaxRequestBodySize, kestrel.MinRequestBodyDataRate!.BytesPerSecond));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(67)), (kestrel.RequestHeadersTimeout, kestrel.KeepAliveTimeout));
        Assert.Equal((7, TimeSpan.FromSeconds(127)), (circuits.DisconnectedCircuitMaxRetained, circuits.DisconnectedCircuitRetentionPeriod));
        Assert.Equal(70_000, OfTheWindows(app.Services).MaximumReceiveMessageSize);
    }

    /// <summary>The hub of the windows is not public.</summary>
    private static HubOptions OfTheWindows(IServiceProvider services)
    {
        var hub = typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
        var options = typeof(IOptions<>).MakeGenericType(typeof(HubOptions<>).MakeGenericType(hub));
        return ((IOptions<HubOptions>)services.GetRequiredService(options)).Value;
    }
}
