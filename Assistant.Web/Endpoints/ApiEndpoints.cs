namespace Assistant.Web.Endpoints;

/// <summary>The contents page of the HTTP API.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails().AddExceptionHandler<Problems.Handler>().AddHealthChecks();
        return services.AddOpenApi().AddScoped<ConversationTurns>();
    }

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Input.BodyBytes))
            .MapAsk()
            .MapGenerate()
            .MapRefactor()
            .MapReplies()
            .MapModels();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready");
        app.MapOpenApi();
        return app;
    }
}
