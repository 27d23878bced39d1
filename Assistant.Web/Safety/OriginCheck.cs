namespace Assistant.Web.Safety;

/// <summary>
/// Refuses every request and websocket that another site's page sends. A request without an Origin comes from no page, or from a link, and passes;
/// <c>Origin: null</c> (a sandboxed frame, a local file) is foreign.
/// </summary>
public sealed class OriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Headers.Origin.All(origin => IsOwn(context.Request, origin))
            ? next(context)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "This request comes from another site.",
                detail: "Only the Assistant's own pages, and programs that send no Origin header, may call it.").ExecuteAsync(context);

    private static bool IsOwn(HttpRequest request, string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var sender)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && Uri.Compare(sender, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
