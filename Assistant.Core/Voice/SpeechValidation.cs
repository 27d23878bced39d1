using Assistant.Core.Model;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Voice;

/// <summary>Stops the start where speech would go to an address that nothing is sent to.</summary>
internal sealed class SpeechValidation(IOptions<ModelOptions> model) : IValidateOptions<RecogniserOptions>, IValidateOptions<SpeakerOptions>
{
    public ValidateOptionsResult Validate(string? name, RecogniserOptions options) => ResultOf(options.ConnectionFor(model.Value), RecogniserOptions.Section);

    public ValidateOptionsResult Validate(string? name, SpeakerOptions options) => ResultOf(options.ConnectionFor(model.Value), SpeakerOptions.Section);

    private static ValidateOptionsResult ResultOf(ModelOptions? connection, string section) =>
        connection?.EndpointTrouble is { } trouble ? ValidateOptionsResult.Fail($"{section}:Endpoint cannot be used: {trouble}") : ValidateOptionsResult.Success;
}
