using System.Security.Claims;
using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Assistant.Web.Settings;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Settings;

/// <summary>The stored settings over a data folder of the test's own; beginning again is a restart.</summary>
internal sealed class SettingsFixture : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly List<ServiceProvider> _started = [];

    public string File => Path.Combine(_data.FullName, "model.json");

    public string Folder => _data.FullName;

    /// <summary>The Assistant's settings after a start with these in the environment.</summary>
    public Started Start(params (string Key, string Value)[] environment)
    {
        var services = new ServiceCollection().AddModelSettings(_data.FullName, environment).BuildServiceProvider(validateScopes: true);
        _started.Add(services);
        var settings = services.GetRequiredService<ModelSettings>();
        settings.Begin();
        return new Started(settings, services.GetRequiredService<ModelSelection>(), services);
    }

    public void Dispose()
    {
        _started.ForEach(services => services.Dispose());
        _data.Delete(recursive: true);
    }

    internal sealed record Started(ModelSettings Settings, ModelSelection Selection, IServiceProvider Services)
    {
        public ModelOptions? InUse => Selection.Endpoint?.Options;

        public string? Model => Selection.Endpoint?.Name.Known;
    }
}

/// <summary>Registrations for tests of what chooses a model.</summary>
internal static class ModelSettingsServices
{
    public static IServiceCollection AddModelSettings(this IServiceCollection services, string data, params (string Key, string Value)[] environment)
    {
        services.AddSingleton(Owner.Local);
        var engine = new ScriptedModel(new ScriptedTurn("Hello.")) { ModelId = "Built-in engine" };
        return services
            .AddCore(engine, TimeProvider.System, [.. environment, ("Assistant:Data", data)])
            .AddStoredSettings()
            .AddSingleton<AuthenticationStateProvider>(new Visitor(isAdministrator: true));
    }

    internal sealed class Visitor(ClaimsPrincipal caller) : AuthenticationStateProvider
    {
        public Visitor(bool isAdministrator)
            : this(isAdministrator ? Caller.Administrator() : Caller.Person("somebody", isAdministrator: false))
        {
        }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(caller));
    }
}
