using Assistant.Core.Settings;
using Assistant.Core.Workspace.Sample;
using Assistant.Core.Workspace.Symbols;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace;

public static class WorkspaceServices
{
    /// <summary>Settings, and which folder is worked in. What is known of one run is made anew for each.</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services) =>
        services
            .AddSettings<WorkspaceOptions>(WorkspaceOptions.Section)
            .AddSingleton<SampleProject>()
            .AddSingleton(provider => new OwnPlaces(
                provider.GetRequiredService<IOptions<DataOptions>>().Value, provider.GetService<IHostEnvironment>()?.ContentRootPath))
            .AddSingleton<WorkspaceSelection>()
            .AddSingleton<SymbolIndexes>();
}
