using Assistant.Core;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Layout;

namespace Assistant.Web.Components;

/// <summary>The pages a person sees, and what is answered where there is none.</summary>
public static class PagesServices
{
    /// <summary>Paths of programs, which get a problem as JSON where a person gets a page.</summary>
    private static readonly string[] ProgramPaths = ["/api", "/health", "/openapi"];

    /// <summary>
    /// Each page's connection holds eight times the window in native memory, from 256 KB for the usual 15 bits on. 8 KB reach back far enough to find a
    /// block's text again when it comes a second time, as HTML.
    /// </summary>
    private const int CompressionWindowBits = 13;

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
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = null; // SecurityHeaders says who may frame us
            options.ConfigureWebSocketAcceptContext = (_, websocket) =>
            {
                websocket.ServerMaxWindowBits = CompressionWindowBits;
                return Task.CompletedTask;
            };
        });
        return app;
    }

    private static bool IsForPrograms(HttpContext context) =>
        Array.Exists(ProgramPaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
