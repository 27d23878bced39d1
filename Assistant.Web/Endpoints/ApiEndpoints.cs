namespace Assistant.Web.Endpoints;

/// <summary>The contents page of the HTTP API.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = Problems.Complete);
        return services.AddExceptionHandler<Problems.Handler>().AddOpenApi().AddScoped<ConversationTurns>();
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapGroup("/api")
            .MapAsk()
            .MapGenerate()
            .MapRefactor()
            .MapAgent()
            .MapVoice()
            .MapReplies()
            .MapConversations()
            .MapModels();
        app.MapHealthChecks("/health/live").AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapOpenApi();
        return app;
    }
}
