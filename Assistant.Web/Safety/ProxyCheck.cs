using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Assistant.Web.Safety;

/// <summary>
/// Believes forwarded headers (address, scheme, host) from the configured proxies and from nobody else. Whether a request came by one of them is noted
/// first, since the address it came from is replaced.
/// </summary>
public sealed class ProxyCheck
{
    private readonly RequestDelegate _next;
    private readonly RequestDelegate _believing;
    private readonly IPNetwork[] _proxies;

    public ProxyCheck(RequestDelegate next, IOptions<ProxyOptions> options, ILoggerFactory loggers)
    {
        _next = next;
        _proxies = [.. options.Value.Addresses.Select(NetworkOf)];
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,

            // As far back as there are proxies we know; the first address that is none is the caller's.
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        Array.ForEach(_proxies, forwarded.KnownIPNetworks.Add);
        _believing = new ForwardedHeadersMiddleware(next, loggers, Options.Create(forwarded)).Invoke;
    }

    /// <summary>The request was handed on by a proxy we know.</summary>
    public static bool CameByProxy(HttpContext context) => context.Features.Get<Proxied>() is not null;

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsProxy(context.Connection.RemoteIpAddress))
        {
            return _next(context);
        }

        context.Features.Set(new Proxied());
        return _believing(context);
    }

    private bool IsProxy(IPAddress? ip) =>
        ip is not null && Plain(ip) is var address && _proxies.Any(network => network.Contains(address));

    private static IPNetwork NetworkOf(string address) =>
        IPAddress.TryParse(address, out var ip) && Plain(ip) is var single ? new IPNetwork(single, single.GetAddressBytes().Length * 8) : IPNetwork.Parse(address);

    private static IPAddress Plain(IPAddress ip) => ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;

    private sealed class Proxied;
}
