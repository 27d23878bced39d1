using System.Globalization;

namespace Assistant.Web.Limits;

/// <summary>What everybody is told who asks for more than is let in.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, string title, string detail, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: title, detail: detail).ExecuteAsync(context);
    }
}
