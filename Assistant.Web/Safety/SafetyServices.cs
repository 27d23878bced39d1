using Assistant.Core.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
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
        services.AddSettings<ProxyOptions>(ProxyOptions.Section);
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyValidation>();

        // HostCheck and ProxyCheck do this instead; ASPNETCORE_FORWARDEDHEADERS_ENABLED would have everybody's headers believed.
        services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);
        return services;
    }

    public static WebApplication UseSafety(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProxyCheck>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<OriginCheck>();
        return app;
    }
}
