using Assistant.Core.Agent;
using Assistant.Core.Ask;
using Assistant.Core.Auditing;
using Assistant.Core.BuiltIn;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Conversations.Files;
using Assistant.Core.Delivery;
using Assistant.Core.Generate;
using Assistant.Core.Model;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Core.Settings;
using Assistant.Core.Voice;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Core;

/// <summary>The contents page of Core.</summary>
public static class AssistantServices
{
    public static IServiceCollection AddAssistant(this IServiceCollection services) =>
        services
            .AddSettings<DataOptions>(DataOptions.Section)
            .AddSingleton<AuditLog>()
            .AddModel()
            .AddBuiltInEngine()
            .AddChatClient()
            .AddReplies()
            .AddDelivery()
            .AddConversations()
            .AddWorkspace()
            .AddTestRuns()
            .AddCheckpoints()
            .AddAsk()
            .AddGenerate()
            .AddChat()
            .AddRefactor()
            .AddAgent()
            .AddVoice();

    /// <summary>Whose words are delivered: the selected endpoint's, or the built-in engine's where there is none.</summary>
    private static IServiceCollection AddChatClient(this IServiceCollection services) =>
        services.AddSingleton<IChatClient>(provider =>
            new SelectedChatClient(provider.GetRequiredService<ModelSelection>(), provider.GetRequiredService<BuiltInChatClient>()));

    private static IServiceCollection AddReplies(this IServiceCollection services) =>
        services
            .AddSettings<ReplyLimits>(ReplyLimits.Section)
            .AddSingleton<ReplyRunner>()
            .AddHostedService(provider => provider.GetRequiredService<ReplyRunner>());

    private static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSettings<DeliveryOptions>(DeliveryOptions.Section)
            .AddSingleton<UsageHistory>()
            .AddSingleton<EndpointProfiles>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<RetryPolicy>()
            .AddScoped<DeliveryService>();

    private static IServiceCollection AddConversations(this IServiceCollection services) =>
        services
            .AddSingleton<FileConversationStore>()
            .AddSingleton<IConversationStore>(provider => provider.GetRequiredService<FileConversationStore>())
            .AddHostedService<FolderTaking>()
            .AddSingleton<ConversationReplies>();

    private static IServiceCollection AddAsk(this IServiceCollection services) => services.AddScoped<AskService>();

    private static IServiceCollection AddGenerate(this IServiceCollection services) => services.AddScoped<GenerateService>();

    private static IServiceCollection AddChat(this IServiceCollection services) => services.AddScoped<ChatService>();

    private static IServiceCollection AddRefactor(this IServiceCollection services) => services.AddScoped<RefactorService>();

    private static IServiceCollection AddAgent(this IServiceCollection services) => services.AddScoped<AgentService>();
}
