using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Safety;

/// <summary>What may come in, and what the page may do. First in the pipeline, so that it holds for pages, files, sockets and the API alike.</summary>
public static class SafetyServices
{
    public static IServiceCollection AddSafety(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Assistant").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessValidation>();
        services.AddHostedService<BoundAddressCheck>();

        // HostCheck does this instead.
        services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        return services;
    }

    public static WebApplication UseSafety(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<OriginCheck>();
        app.UseMiddleware<AccessCheck>();
        return app;
    }
}
