using Assistant.Web.Safety;
using Microsoft.Extensions.Options;

namespace Assistant.Web.SignIn;

/// <summary>
/// Says who a request comes from: the person a trusted proxy names, else whoever knows the access token where one is set, else whoever sits at this machine.
/// With a token set this machine has to sign in, too: behind a proxy that nobody told us of, the whole world looks like this machine.
/// </summary>
public sealed class Doorkeeper(AccessToken token, SignInService signIn, IOptions<ProxyOptions> proxy)
{
    private const string Scheme = "Bearer ";
    private const int LongestName = 200;

    /// <summary>What proxies write. A request that holds one has come a longer way than from this machine.</summary>
    private static readonly string[] WayHeaders = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Original-For", "X-Real-IP"];

    public Judgement Judge(HttpContext context) =>
        ProxyCheck.CameByProxy(context) && proxy.Value.UserHeader is { } header ? Named(context.Request.Headers[header])
        : !token.IsSet ? IsLocal(context) ? new Judgement.LetIn(Caller.Administrator()) : new Judgement.Stranger()
        : ProgramPaths.Include(context.Request.Path) && BearerOf(context.Request) is { } text ? Tried(text, context)
        : Caller.SessionOf(context.User) is not null ? new Judgement.LetIn(context.User)
        : new Judgement.Stranger();

    /// <summary>The header must be there once: a second one may be what the caller wrote beside the proxy's own.</summary>
    private Judgement Named(Microsoft.Extensions.Primitives.StringValues names) =>
        names is [{ Length: > 0 and <= LongestName } name] && !name.Any(unit => char.IsControl(unit) || char.IsSurrogate(unit))
            ? new Judgement.LetIn(Caller.Person(name, proxy.Value.Administrators.Contains(name, StringComparer.Ordinal)))
            : new Judgement.Unnamed();

    private Judgement Tried(string text, HttpContext context) => signIn.Try(text, context.Connection.RemoteIpAddress) switch
    {
        (true, _) => new Judgement.LetIn(Caller.Administrator()),
        (_, { } wait) => new Judgement.MustWait(wait),
        _ => new Judgement.Stranger(),
    };

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>No address means no network: a unix socket, or a test's own server.</summary>
    private static bool IsLocal(HttpContext context) =>
        !ProxyCheck.CameByProxy(context)
        && (context.Connection.RemoteIpAddress is not { } ip || Addresses.IsLoopback(ip))
        && !WayHeaders.Any(context.Request.Headers.ContainsKey);
}
