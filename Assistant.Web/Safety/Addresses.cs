using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Assistant.Web.Safety;

/// <summary>The addresses the server is told to listen on, and which of them only this machine can reach.</summary>
public static class Addresses
{
    /// <summary>
    /// Every address the configuration names, by whichever way: <c>urls</c> (also <c>--urls</c> and <c>ASPNETCORE_URLS</c>), <c>Kestrel:Endpoints</c>,
    /// and <c>http_ports</c> and <c>https_ports</c>, which count only where there are no urls and mean every interface.
    /// </summary>
    public static IReadOnlyList<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        var urls = Split(configuration[WebHostDefaults.ServerUrlsKey]);
        var ports = urls.Length > 0
            ? []
            : Split(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}")
                .Concat(Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"));

        return [.. endpoints.Concat(urls).Concat(ports).Where(address => address.Length > 0)];
    }

    public static bool IsReadable(string address) => TryParse(address, out var binding) && binding.Port <= IPEndPoint.MaxPort;

    /// <summary>Any host name but localhost is open: Kestrel listens on all interfaces for it. So is what cannot be read.</summary>
    public static bool IsLoopback(string address) =>
        TryParse(address, out var binding)
        && (binding.IsUnixPipe
            || binding.IsNamedPipe
            || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host, out var ip) && IsLoopback(ip)));

    public static bool IsLoopback(IPAddress ip) => IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);

    private static string[] Split(string? addresses) =>
        (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool TryParse(string address, [NotNullWhen(true)] out BindingAddress? binding)
    {
        try
        {
            binding = BindingAddress.Parse(address);
            return true;
        }
        catch (FormatException)
        {
            binding = null;
            return false;
        }
    }
}
