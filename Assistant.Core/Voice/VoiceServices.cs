using Assistant.Core.Model;
using Assistant.Core.Settings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Voice;

public static class VoiceServices
{
    /// <summary>A registered <see cref="ISpeechToTextClient"/> or <see cref="ITextToSpeechClient"/> is used; otherwise those of the settings, if they name any.</summary>
    public static IServiceCollection AddVoice(this IServiceCollection services) =>
        services
            .AddSettings<RecogniserOptions>(RecogniserOptions.Section)
            .AddSettings<SpeakerOptions>(SpeakerOptions.Section)
            .AddSingleton<IValidateOptions<RecogniserOptions>, SpeechValidation>()
            .AddSingleton<IValidateOptions<SpeakerOptions>, SpeechValidation>()
            .AddSingleton(provider => new Speech(
                provider.GetService<ISpeechToTextClient>() ?? Recogniser(provider),
                provider.GetService<ITextToSpeechClient>() ?? Speaker(provider)))
            .AddSingleton<Hearing>()
            .AddSingleton<SpokenReply>()
            .AddSingleton<Interruptions>()
            .AddScoped<VoiceService>();

    private static OpenAISpeechToTextClient? Recogniser(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<RecogniserOptions>>().Value;
        return options.ConnectionFor(ModelOf(provider)) is { } connection
            ? new OpenAISpeechToTextClient(new ModelConnection(connection), options.Model, provider.GetRequiredService<TimeProvider>())
            : null;
    }

    private static OpenAITextToSpeechClient? Speaker(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SpeakerOptions>>().Value;
        return options.ConnectionFor(ModelOf(provider)) is { } connection
            ? new OpenAITextToSpeechClient(new ModelConnection(connection), options.Model, options.Voice, provider.GetRequiredService<TimeProvider>())
            : null;
    }

    private static ModelOptions ModelOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModelOptions>>().Value;
}
