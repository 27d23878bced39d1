using Assistant.Core.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Core.BuiltIn;

public static class BuiltInServices
{
    /// <summary>Registers the engine and its warm-up. Which <c>IChatClient</c> answers is decided where the model is chosen.</summary>
    public static IServiceCollection AddBuiltInEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<CSharpEngine>()
            .AddSingleton<BuiltInEngine>()
            .AddSingleton<BuiltInChatClient>()
            .AddHostedService<EngineWarmUp>();
    }
}
