using Assistant.Core.Model;

namespace Assistant.Web.Endpoints;

internal static class ModelEndpoints
{
    public static IEndpointRouteBuilder MapModels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/models", ListAsync)
            .Produces<ModelsJson>()
            .WithSummary("The model in use, and those the endpoint offers.");
        return api;
    }

    private static async Task<ModelsJson> ListAsync(ModelInUse model, CancellationToken cancellationToken) =>
        new(await model.NameAsync(cancellationToken), await model.ListAsync(cancellationToken));

    private sealed record ModelsJson(string Current, IReadOnlyList<string> Available);
}
