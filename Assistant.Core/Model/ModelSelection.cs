using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Model;

/// <summary>Which endpoint answers: the one the settings name, until another is chosen. Calls that run go on where they began.</summary>
public sealed class ModelSelection(IOptions<ModelOptions> settings, TimeProvider time, ILoggerFactory loggers)
{
    private volatile ModelEndpoint? _endpoint = settings.Value.Endpoint is null ? null : Create(settings.Value, time, loggers);

    /// <summary>None means the built-in engine.</summary>
    public ModelEndpoint? Endpoint => _endpoint;

    /// <summary>Another endpoint or another model was chosen.</summary>
    public event Action? Changed;

    /// <summary>
    /// Answers come from this endpoint from now on; without an address from the built-in engine. Another model of the same endpoint keeps the connection
    /// and what was learned there.
    /// </summary>
    public void Use(ModelOptions options)
    {
        if (_endpoint is { } current && current.Options with { Name = null } == options with { Name = null })
        {
            current.Name.Use(options.Name);
        }
        else
        {
            _endpoint = options.Endpoint is null ? null : Create(options, time, loggers);
        }

        Changed?.Invoke();
    }

    private static ModelEndpoint Create(ModelOptions options, TimeProvider time, ILoggerFactory loggers) =>
        new(options, time, loggers, ModelPresets.QuirksOf(options.Endpoint!));
}
