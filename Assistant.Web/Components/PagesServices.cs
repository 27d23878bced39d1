using Assistant.Core;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Layout;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.Components;

/// <summary>The pages a person sees, and what is answered where there is none.</summary>
public static class PagesServices
{
    /// <summary>
    /// Each page's connection holds eight times the window in native memory, from 256 KB for the usual 15 bits on. 8 KB reach back far enough to find a
    /// block's text again when it comes a second time, as HTML.
    /// </summary>
    private const int CompressionWindowBits = 13;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddScoped(provider => OwnerOf(provider.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()));
        services.AddSingleton<LatencyLog>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute(NotFoundPage.Path, createScopeForStatusCodePages: true);
        app.UseWhen(context => ProgramPaths.Include(context.Request.Path), programs => programs.UseStatusCodePages());
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

    /// <summary>Of a request and of a circuit alike it is known from the start who they are for.</summary>
    private static Owner OwnerOf(Task<AuthenticationState> known) =>
        known.IsCompletedSuccessfully ? Caller.OwnerOf(known.Result.User) : throw new InvalidOperationException("It is not known yet who this is for.");
}
