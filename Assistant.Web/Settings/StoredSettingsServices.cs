using Assistant.Core.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Settings;

/// <summary>What is chosen in the page, kept in the data folder and protected with keys that are kept there too.</summary>
public static class StoredSettingsServices
{
    public static IServiceCollection AddStoredSettings(this IServiceCollection services)
    {
        var protection = services.AddDataProtection().SetApplicationName("Assistant");
        if (OperatingSystem.IsWindows())
        {
            protection.ProtectKeysWithDpapi();
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDataFolder>();
        return services
            .AddSingleton<KeyProtection>()
            .AddSingleton<ModelStore>()
            .AddSingleton<ModelSettings>()
            .AddHostedService<StoredModelStart>();
    }

    private sealed class KeysInDataFolder(IOptions<DataOptions> data, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) =>
            options.XmlRepository = new FileSystemXmlRepository(OwnedFolder.Create(data.Value.PathOf("keys")), loggers);
    }
}
