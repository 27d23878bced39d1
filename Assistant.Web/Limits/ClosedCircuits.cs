using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Features;

namespace Assistant.Web.Limits;

/// <summary>A window that has let go of its circuit gives up its socket as well, which would go on taking up room.</summary>
internal sealed class ClosedCircuits(IHttpContextAccessor accessor) : CircuitHandler
{
    private IHttpRequestLifetimeFeature? _socket;
    private CancellationToken _gone;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _socket = accessor.HttpContext?.Features.Get<IHttpRequestLifetimeFeature>();
        _gone = _socket?.RequestAborted ?? CancellationToken.None;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!_gone.IsCancellationRequested)
        {
            _socket?.Abort();
        }

        return Task.CompletedTask;
    }
}
