using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Fakes;

/// <summary>All of Core as it is registered for the server, with a model and a clock of the test's own.</summary>
internal static class TestServices
{
    public static ServiceProvider Create(IChatClient model, TimeProvider time, params (string Key, string Value)[] settings) =>
        new ServiceCollection().AddCore(model, time, settings).BuildServiceProvider(validateScopes: true);

    /// <summary>The same, beside what is registered already.</summary>
    public static IServiceCollection AddCore(
        this IServiceCollection services, IChatClient model, TimeProvider time, params (string Key, string Value)[] settings) =>
        services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
                .Build())
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton(time)
            .AddAssistant()
            .AddNoLocalModels()
            .AddSingleton<IConversationStore, MemoryConversationStore>()
            .AddSingleton(model);

    /// <summary>What else runs on this machine is none of a test's business.</summary>
    public static IServiceCollection AddNoLocalModels(this IServiceCollection services) =>
        services.AddSingleton(provider => new LocalModels([], provider.GetRequiredService<ModelProbe>(), TimeProvider.System));
}
