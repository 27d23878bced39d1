using Assistant.Core.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Core.Model;

public static class ModelServices
{
    /// <summary>Settings, the selection of an endpoint and the way to it. What answers where none is selected is decided by whoever also knows the built-in engine.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSettings<ModelOptions>(ModelOptions.Section, ModelShortNames.Find)
            .AddSingleton<ModelSelection>()
            .AddSingleton<ModelInUse>()
            .AddSingleton<GivenModel>()
            .AddSingleton<ModelProbe>()
            .AddSingleton(provider => new LocalModels(
                ModelPresets.All, provider.GetRequiredService<ModelProbe>(), provider.GetRequiredService<TimeProvider>()))
            .AddHostedService<ModelWarmUp>();
    }
}
