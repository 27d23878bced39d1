using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace Assistant.Web.Limits;

/// <summary>
/// Lets a window of the page in while there is room for it. A socket is counted from its first byte to its last; the document before it is refused as well, so
/// that a person reads why and does not wait in front of an empty page.
/// </summary>
internal sealed class CircuitLimit(RequestDelegate next, CircuitRoom room)
{
    private const string Title = "Too many windows are open.";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    public Task InvokeAsync(HttpContext context) =>
        IsSocket(context) ? ServeSocketAsync(context)
        : IsPage(context) && room.Obstacle(Callers.AddressOf(context), Callers.OwnerOf(context)) is { } obstacle ? Refusal.WriteAsync(context, Title, obstacle, Wait)
        : next(context);

    /// <summary>By whichever way SignalR would carry it: without a WebSocket it asks again and again, and nothing could be counted.</summary>
    private static bool IsSocket(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } about && about.GetMetadata<HubMetadata>() is not null && about.GetMetadata<NegotiateMetadata>() is null;

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } about
        && about.GetMetadata<ComponentTypeMetadata>() is not null
        && about.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>The middleware that knows of WebSockets comes only with the hub itself.</summary>
    private static bool IsWebSocket(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    private async Task ServeSocketAsync(HttpContext context)
    {
        if (!IsWebSocket(context))
        {
            await TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "The page needs a WebSocket.",
                detail: "Let the proxy before this server pass WebSockets on.").ExecuteAsync(context);
            return;
        }

        var (address, owner) = (Callers.AddressOf(context), Callers.OwnerOf(context));
        if (room.Enter(address, owner) is { } obstacle)
        {
            await Refusal.WriteAsync(context, Title, obstacle, Wait);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            room.Leave(address, owner);
        }
    }
}
