namespace Assistant.Web.Start;

/// <summary>
/// Turns new requests away once the server is stopping. An open page tries to reconnect at once when its socket is closed, and a circuit that comes
/// back in the middle of a stop would hold it up until the host loses patience.
/// </summary>
public sealed class StoppingCheck(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public Task InvokeAsync(HttpContext context) =>
        lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "The Assistant is stopping.",
                detail: "Ask again when it has been started again.").ExecuteAsync(context)
            : next(context);
}
