using Assistant.Core.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Model;

/// <summary>
/// What the environment, the command line and the settings files say about the model, and under which name. It wins, property by property, over what was
/// chosen while the Assistant ran.
/// </summary>
public sealed class GivenModel(IOptions<ModelOptions> options, IConfiguration configuration)
{
    public ModelOptions Options => options.Value;

    /// <summary>The setting the endpoint comes from, such as OPENAI_BASE_URL; none where it is free to choose.</summary>
    public string? EndpointSetting => Find(nameof(ModelOptions.Endpoint))?.Key;

    /// <summary>The setting the model's name comes from; none where it is free to choose.</summary>
    public string? NameSetting => Find(nameof(ModelOptions.Name))?.Key;

    /// <summary>
    /// The key for an endpoint, and the setting it comes from. For the configured endpoint that is the configured key; for another one only the variable of
    /// its own provider.
    /// </summary>
    public SettingText? KeyFor(Uri endpoint) =>
        Options.Endpoint is { } given && ModelOrigin.Of(given) == ModelOrigin.Of(endpoint) ? Find(nameof(ModelOptions.ApiKey))
        : ModelPresets.At(endpoint)?.KeyVariable is { } variable ? SettingText.Find(configuration, variable)
        : null;

    private SettingText? Find(string property) =>
        SettingText.Find(configuration, $"{ModelOptions.Section}:{property}") ?? ModelShortNames.Find(configuration, property);
}
