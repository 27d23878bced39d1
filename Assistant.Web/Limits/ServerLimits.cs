using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Limits;

/// <summary>Hands the limits to those who hold them: the server to connections, headers and bodies, Blazor to windows and their messages.</summary>
internal sealed class ServerLimits(IOptions<LimitOptions> options)
    : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<CircuitOptions>, IConfigureOptions<HubOptions>
{
    private readonly LimitOptions _limits = options.Value;

    public void Configure(KestrelServerOptions options)
    {
        options.Limits.MaxConcurrentConnections = _limits.Connections;
        options.Limits.MaxRequestBodySize = _limits.BodyBytes;
        options.Limits.RequestHeadersTimeout = _limits.HeadersTimeout;
        options.Limits.KeepAliveTimeout = _limits.IdleConnectionTime;
        options.Limits.MinRequestBodyDataRate = new MinDataRate(_limits.BodyBytesPerSecond, _limits.BodyGrace);
    }

    public void Configure(CircuitOptions options)
    {
        options.DisconnectedCircuitMaxRetained = _limits.DisconnectedCircuits;
        options.DisconnectedCircuitRetentionPeriod = _limits.DisconnectedTime;
    }

    public void Configure(HubOptions options) => options.MaximumReceiveMessageSize = _limits.SocketMessageBytes;
}
