using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Delivery;
using Assistant.Core.Generate;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Core;

/// <summary>The contents page of Core.</summary>
public static class AssistantServices
{
    public static IServiceCollection AddAssistant(this IServiceCollection services) =>
        services.AddTime().AddReplies().AddDelivery().AddAsk().AddGenerate().AddChat().AddRefactor().AddConversations();

    private static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    private static IServiceCollection AddReplies(this IServiceCollection services) =>
        services.AddSingleton<ReplyRunner>().AddHostedService(provider => provider.GetRequiredService<ReplyRunner>());

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration("Assistant:Delivery").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<UsageHistory>()
            .AddSingleton<EndpointProfile>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<RetryPolicy>()
            .AddScoped<DeliveryService>();
    }

    private static IServiceCollection AddAsk(this IServiceCollection services) => services.AddScoped<AskService>();

    private static IServiceCollection AddGenerate(this IServiceCollection services) => services.AddScoped<GenerateService>();

    private static IServiceCollection AddChat(this IServiceCollection services) => services.AddScoped<ChatService>();

    private static IServiceCollection AddRefactor(this IServiceCollection services) => services.AddScoped<RefactorService>();

    private static IServiceCollection AddConversations(this IServiceCollection services) =>
        services.AddSingleton<IConversationStore, MemoryConversationStore>().AddSingleton<ConversationReplies>();
}
