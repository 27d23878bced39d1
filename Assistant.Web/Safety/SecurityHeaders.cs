namespace Assistant.Web.Safety;

/// <summary>Tells the browser, with every answer, how little the page is allowed to do.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // As the answer starts, because an error page clears the headers that were set before.
        context.Response.OnStarting(() => Write(context.Response.Headers));
        return next(context);
    }

    private static Task Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=()";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Not no-referrer: with that a browser sends "Origin: null" for our own forms, and the origin check would refuse them.
        headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
