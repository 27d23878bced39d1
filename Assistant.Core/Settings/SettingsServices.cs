using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Settings;

public static class SettingsServices
{
    /// <summary>
    /// Binds an options class to a section ("Assistant:Model") and checks it at start: a value that cannot be read or is out of range stops the start with
    /// a sentence that names its key.
    /// </summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section, SettingFallback? fallback = null)
        where TOptions : class
    {
        services.AddSingleton<IConfigureOptions<TOptions>>(
            provider => new SettingsReader<TOptions>(provider.GetRequiredService<IConfiguration>(), section, fallback));
        services.AddSingleton<IValidateOptions<TOptions>>(new SettingsValidator<TOptions>(section));
        services.AddOptions<TOptions>().ValidateOnStart();
        return services;
    }
}
