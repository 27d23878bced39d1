using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>The model that answers, by name: an endpoint's, or an engine that needs none.</summary>
public sealed class ModelInUse(ModelSelection selection, IChatClient client)
{
    private string Engine => client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "";

    /// <summary>The name, asking the endpoint once if nobody has yet.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async ValueTask<string> NameAsync(CancellationToken cancellationToken) =>
        selection.Endpoint is { } endpoint ? await endpoint.Name.GetAsync(cancellationToken) : Engine;

    /// <summary>Every model there is to choose from.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        selection.Endpoint is { } endpoint ? await endpoint.Catalog.ListAsync(cancellationToken) : [Engine];

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
            return $"{selection.Endpoint?.Options.Endpoint?.Authority} (no answer)";
        }
    }
}
