using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>The model that answers, by name: an endpoint's, or an engine that needs none.</summary>
public sealed class ModelInUse(IChatClient client, ModelName name, ModelCatalog catalog)
{
    private ChatClientMetadata? About => client.GetService<ChatClientMetadata>();

    /// <summary>The name, asking the endpoint once if nobody has yet.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async ValueTask<string> NameAsync(CancellationToken cancellationToken) =>
        About is { ProviderUri: null, DefaultModelId: { } engine } ? engine : await name.GetAsync(cancellationToken);

    /// <summary>Every model there is to choose from.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        About is { ProviderUri: null, DefaultModelId: { } engine } ? [engine] : await catalog.ListAsync(cancellationToken);

    /// <summary>For the eye: the name, or where the model is when its name cannot be had now.</summary>
    public async ValueTask<string> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await NameAsync(cancellationToken);
        }
        catch (ModelException)
        {
            // The first question will say what is wrong; a name is not worth an alarm.
            return $"{About!.ProviderUri!.Authority} (no answer)";
        }
    }
}
