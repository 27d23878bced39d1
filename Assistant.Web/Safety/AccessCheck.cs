using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Safety;

/// <summary>
/// Asks a caller from another machine for the access token (<c>Authorization: Bearer</c>). Without a token such a caller is never served.
/// An endpoint marked <c>AllowAnonymous</c>, as the health checks are, answers everybody.
/// </summary>
public sealed class AccessCheck(RequestDelegate next, IOptions<AccessOptions> options)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _token = options.Value.HasToken ? Hash(options.Value.AccessToken!.Trim()) : null;

    public Task InvokeAsync(HttpContext context)
    {
        var isLocal = IsLocal(context);
        if (isLocal)
        {
            LocalCaller.Mark(context.User);
        }

        if (isLocal || IsOpenToAll(context) || HasToken(context.Request))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "The access token is needed here.",
            detail: "Send it as the header Authorization: Bearer <token>.").ExecuteAsync(context);
    }

    /// <summary>
    /// No address means no network: a unix socket, or a test's own server. X-Original-For means that the address is only what a forwarded header said,
    /// and anybody can write one.
    /// </summary>
    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } ip || Addresses.IsLoopback(ip)) && !context.Request.Headers.ContainsKey("X-Original-For");

    private static bool IsOpenToAll(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Hashes are compared, since the time of comparing the texts would tell how long the token is.</summary>
    private bool HasToken(HttpRequest request) =>
        _token is not null
        && request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(_token, Hash(header[Scheme.Length..].Trim()));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
