using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace.Checkpoints;

public static class CheckpointServices
{
    /// <summary>How workspaces were before runs changed them, and the way back.</summary>
    public static IServiceCollection AddCheckpoints(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new CheckpointStore(
                provider.GetRequiredService<IOptions<DataOptions>>().Value,
                provider.GetRequiredService<OwnPlaces>(),
                CheckpointStore.InstalledGit,
                provider.GetRequiredService<ILogger<CheckpointStore>>()))
            .AddSingleton(provider => new AgentRuns(
                provider.GetRequiredService<IOptions<DataOptions>>().Value,
                provider.GetRequiredService<CheckpointStore>(),
                provider.GetRequiredService<OwnPlaces>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<AuditLog>()));
}
