using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Model;

/// <summary>Which endpoint answers: the one the settings name, until another is chosen. Calls that run go on where they began.</summary>
public sealed class ModelSelection(IOptions<ModelOptions> settings, TimeProvider time, ILoggerFactory loggers)
{
    private volatile ModelEndpoint? _endpoint = settings.Value.Endpoint is null ? null : new ModelEndpoint(settings.Value, time, loggers);
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>None means the built-in engine.</summary>
    public ModelEndpoint? Endpoint => _endpoint;

    /// <summary>Completes with the next choice; read it before <see cref="Endpoint"/> to miss none.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Answers come from this endpoint from now on; without an address from the built-in engine.</summary>
    public void Use(ModelOptions options, Quirks knownQuirks = Quirks.None)
    {
        _endpoint = options.Endpoint is null ? null : new ModelEndpoint(options, time, loggers, knownQuirks);
        Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
