using System.Globalization;
using Assistant.Core;
using Assistant.Core.Replies;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Endpoints;

internal static class ReplyEndpoints
{
    private const string Unknown = "This reply does not exist, or ended too long ago.";

    public static IEndpointRouteBuilder MapReplies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/replies/{id}", Read)
            .Produces<DeltaJson>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The events of a reply, from the start or after Last-Event-ID, until its end.");
        api.MapPost("/replies/{id}/stop", StopAsync)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Ends a reply with what has arrived.");
        return api;
    }

    private static IResult Read(string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext context, ReplyRunner runner, Owner owner) =>
        runner.Find(owner, id) is { } reply ? ReplyResponses.Events(reply, PlaceOf(lastEventId), context) : Problems.NotFound(Unknown);

    private static async Task<IResult> StopAsync(string id, ReplyRunner runner, Owner owner)
    {
        if (runner.Find(owner, id) is not { } reply)
        {
            return Problems.NotFound(Unknown);
        }

        await reply.StopAsync();
        return Results.NoContent();
    }

    private static int PlaceOf(string? lastEventId) =>
        string.IsNullOrEmpty(lastEventId) ? 0
        : int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw new InputException(StatusCodes.Status400BadRequest, "lastEventId", "Last-Event-ID is the id of an event of this reply: a whole number.");
}
