namespace Assistant.Web.Settings;

/// <summary>Puts the stored choice into use before anything is served.</summary>
public sealed class StoredModelStart(ModelSettings settings) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        settings.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
