using Assistant.Core.Settings;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Assistant.Web.Limits;

/// <summary>How much may come in at once and in a minute, from one address, from one person, and in all. Whoever is refused is told why, and when to try again.</summary>
public static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services) =>
        services
            .AddSettings<LimitOptions>(LimitOptions.Section)
            .ConfigureOptions<ServerLimits>()
            .AddSingleton<CircuitRoom>()
            .AddHttpContextAccessor()
            .AddScoped<CircuitHandler, ClosedCircuits>()
            .AddRateLimiter(_ => { })
            .ConfigureOptions<RequestLimits>()
            .AddHostedService(services => new MemoryAtRest(
                services.GetRequiredService<TimeProvider>(),
                () => GC.GetTotalAllocatedBytes(),
                () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true)));

    /// <summary>After whoever calls is known.</summary>
    public static WebApplication UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<CircuitLimit>();
        return app;
    }
}
