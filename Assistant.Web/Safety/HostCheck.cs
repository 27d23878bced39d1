using Microsoft.Extensions.Primitives;

namespace Assistant.Web.Safety;

/// <summary>
/// Serves only the names in <c>AllowedHosts</c>, so that a foreign name that resolves to this machine (DNS rebinding) gets nothing.
/// It stands in for the framework's own host filter, which lets every name in when nothing is configured and answers without a problem.
/// </summary>
public sealed class HostCheck(RequestDelegate next, IConfiguration configuration)
{
    private static readonly StringSegment[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly StringSegment[] _allowed = Names(configuration["AllowedHosts"]);

    public Task InvokeAsync(HttpContext context) =>
        IsAllowed(context.Request.Host)
            ? next(context)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "This server does not answer to that host name.",
                detail: "Open it by the address it printed at start, or add the name to AllowedHosts.").ExecuteAsync(context);

    private static StringSegment[] Names(string? setting)
    {
        var names = (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? Loopback : [.. names.Select(name => new StringSegment(name))];
    }

    private bool IsAllowed(HostString host) =>
        host.HasValue && (_allowed.Contains("*") || HostString.MatchesAny(host.Host, _allowed));
}
