using Assistant.Core.Settings;
using Assistant.Core.Workspace.Testing.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace.Testing;

public static class TestRunServices
{
    /// <summary>What runs a workspace's tests.</summary>
    public static IServiceCollection AddTestRuns(this IServiceCollection services) =>
        services
            .AddSettings<TestOptions>(TestOptions.Section)
            .AddSingleton<TestCommandFinder>()
            .AddSingleton(provider => new Bubblewrap(provider.GetRequiredService<IOptions<DataOptions>>().Value, Bubblewrap.Installed))
            .AddSingleton<AgreedWorkspaces>()
            .AddSingleton<TestRunner>();
}
