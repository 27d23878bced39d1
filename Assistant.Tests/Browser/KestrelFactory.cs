using System.Diagnostics;
using Assistant.Core.BuiltIn;
using Assistant.Core.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Tests.Browser;

/// <summary>The Assistant as a person runs it, on a free port of this machine and with a data folder of its own.</summary>
public class KestrelFactory : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly int _port;

    public KestrelFactory()
        : this(port: 0)
    {
    }

    private KestrelFactory(int port)
    {
        _port = port;
        UseKestrel();
    }

    /// <summary>On the port another one had, as after a restart.</summary>
    public static KestrelFactory At(int port) => new(port);

    /// <summary>Settings by their configuration keys, as they could come from the command line.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Registrations that take the place of the Assistant's own, such as a scripted model.</summary>
    public Action<IServiceCollection> Replacements { get; init; } = _ => { };

    /// <summary>The built-in engine is warmed up as for a person. It takes seconds and 100 MB, so only journeys that ask the engine have it so.</summary>
    public bool WarmsUp { get; init; }

    /// <summary>Where it listens; asking starts it.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>A client that asks before it sends a large body, and waits for the answer also on a busy machine.</summary>
    public HttpClient CreateAskingClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = Address };
        client.DefaultRequestHeaders.ExpectContinue = true;
        return client;
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        Settings.TryAdd(HostDefaults.EnvironmentKey, Environments.Production);
        Settings.TryAdd("Assistant:Data", _data.FullName);

        // Not by UseKestrel(port): that comes while Program is starting already, and may be too late.
        Settings.TryAdd(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{_port}");

        // Host configuration, because Program reads settings before the factory's other hooks are called.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(Settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        // What else runs on this machine is none of a test's business.
        services.AddSingleton(provider => new LocalModels([], provider.GetRequiredService<ModelProbe>(), TimeProvider.System));
        if (!WarmsUp)
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(EngineWarmUp)));
        }

        Replacements(services);
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await DeleteDataAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A server that ends as soon as it has started may still be writing there, and what it writes comes between.</summary>
    private async Task DeleteDataAsync()
    {
        var since = Stopwatch.StartNew();
        while (Directory.Exists(_data.FullName))
        {
            try
            {
                _data.Delete(recursive: true);
            }
            catch (IOException) when (since.Elapsed < Patience)
            {
                await Task.Yield();
            }
        }
    }
}
