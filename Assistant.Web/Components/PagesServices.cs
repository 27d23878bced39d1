using Assistant.Core;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Layout;

namespace Assistant.Web.Components;

/// <summary>The pages a person sees, and what is answered where there is none.</summary>
public static class PagesServices
{
    /// <summary>Paths of programs, which get a problem as JSON where a person gets a page.</summary>
    private static readonly string[] ProgramPaths = ["/api", "/health", "/openapi"];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddScoped(_ => Owner.Local);
        services.AddSingleton<LatencyLog>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute(NotFoundPage.Path, createScopeForStatusCodePages: true);
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages());
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says who may frame us
        return app;
    }

    private static bool IsForPrograms(HttpContext context) =>
        Array.Exists(ProgramPaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
