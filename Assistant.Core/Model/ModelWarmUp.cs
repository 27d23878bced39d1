using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>
/// Opens the connection to the selected endpoint before the first question, behind the start of the program and again for each other choice. Nobody waits
/// for it, and an endpoint that cannot be reached is told to the first person who asks.
/// </summary>
public sealed partial class ModelWarmUp(ModelSelection selection, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var choices = new SemaphoreSlim(0);
        selection.Changed += Note;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var outdated = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                var warming = selection.Endpoint is { } endpoint ? WarmAsync(endpoint, outdated.Token) : Task.CompletedTask;

                await choices.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await outdated.CancelAsync();
                await warming;
            }
        }
        finally
        {
            selection.Changed -= Note;
        }

        void Note() => choices.Release();
    }

    private async Task WarmAsync(ModelEndpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            await endpoint.WarmUpAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another endpoint was chosen, or the program ends.
        }
        catch (ModelException failure)
        {
            LogNotWarm(endpoint.Options.Endpoint?.Authority, failure.Kind);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The connection to {Host} could not be warmed up: {Fault}")]
    private partial void LogNotWarm(string? host, ModelFault fault);
}
