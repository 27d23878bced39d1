using Assistant.Core.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Model;

public static class ModelServices
{
    /// <summary>
    /// Settings and the client of the configured endpoint. <see cref="OpenAIChatClient"/> can only be resolved where <see cref="ModelOptions.Endpoint"/> is
    /// set; which client stands behind IChatClient is decided by whoever also knows the built-in engine.
    /// </summary>
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddSettings<ModelOptions>(ModelOptions.Section, ModelShortNames.Find);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ModelConnection(provider.GetRequiredService<IOptions<ModelOptions>>().Value));
        services.AddSingleton<ModelCatalog>();
        services.AddSingleton<ModelName>();
        services.AddSingleton<OpenAIChatClient>();
        return services;
    }
}
