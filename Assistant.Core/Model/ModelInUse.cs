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

    /// <summary>For the eye: the name, or that none can be had now.</summary>
    public async ValueTask<ModelLabel> DescribeAsync(CancellationToken cancellationToken)
    {
        var address = selection.Endpoint?.Options.Endpoint;
        var provider = address is null ? null : ModelPresets.NameOf(address);
        try
        {
            return new ModelLabel(await NameAsync(cancellationToken), provider, Answers: true);
        }
        catch (ModelException)
        {
            // The first question will say what is wrong; a name is not worth an alarm.
            return new ModelLabel("No answer", provider, Answers: false);
        }
    }
}
