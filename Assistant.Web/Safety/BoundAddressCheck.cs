using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Safety;

/// <summary>Looks at what the server really listens on, for addresses that came from code and not from the configuration.</summary>
public sealed class BoundAddressCheck(IServer server, IOptions<AccessOptions> options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var open = bound.Where(address => !Addresses.IsLoopback(address)).ToList();

        return open.Count == 0 || options.Value.HasToken
            ? Task.CompletedTask
            : throw new OptionsValidationException(nameof(AccessOptions), typeof(AccessOptions), open.Select(AccessValidation.Refusal));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
