using System.Globalization;

namespace Assistant.Web.SignIn;

/// <summary>What somebody gets who may not come in: a person the way to the form, a program a problem.</summary>
internal static class Refusals
{
    public static IResult Of(Judgement judgement, HttpRequest request, bool hasToken) => judgement switch
    {
        Judgement.MustWait { Time: var wait } => new TooManyResult(wait),
        Judgement.Unnamed => new UnauthorizedResult("The proxy did not say who you are.", "It has to send your name with each request, once, in the header it is set up for."),
        _ when !hasToken => new UnauthorizedResult(
            "Only the machine the Assistant runs on is served.", "To let others in, start it with an access token: set Assistant__AccessToken."),
        _ when IsPage(request) => TypedResults.LocalRedirect($"{SignInEndpoints.Path}{QueryString.Create(SignInEndpoints.ReturnUrl, request.Path + request.QueryString)}"),
        _ => new UnauthorizedResult("The access token is needed here.", "Send it as the header Authorization: Bearer <token>, or sign in on the page."),
    };

    /// <summary>How long to wait, as a person reads it.</summary>
    public static string TooMany(TimeSpan wait) =>
        $"Too many wrong access tokens were tried. Try again in {(wait > TimeSpan.FromMinutes(1) ? Count(wait.TotalMinutes, "minute") : Count(wait.TotalSeconds, "second"))}.";

    public static void SetRetryAfter(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !ProgramPaths.Include(request.Path) && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    private static string Count(double number, string unit) =>
        Math.Max(1, Math.Ceiling(number)) is var whole && whole == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}s");

    private sealed class UnauthorizedResult(string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: title, detail: detail).ExecuteAsync(httpContext);
        }
    }

    private sealed class TooManyResult(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            SetRetryAfter(httpContext.Response, wait);
            return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too many wrong access tokens.", detail: TooMany(wait)).ExecuteAsync(httpContext);
        }
    }
}
