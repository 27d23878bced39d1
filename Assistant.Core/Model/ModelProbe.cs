using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>Asks an endpoint that is not in use, and perhaps never will be.</summary>
public sealed class ModelProbe(TimeProvider time, ILoggerFactory loggers)
{
    private const string Question = "Reply with the single word OK.";

    /// <summary>Enough for one word, and for a model that thinks a little first.</summary>
    private const int LongestAnswer = 64;

    /// <summary>The models an endpoint lists that can chat.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(ModelOptions options, CancellationToken cancellationToken)
    {
        using var connection = new ModelConnection(options);
        var models = await new ModelCatalog(connection, time).ListAsync(cancellationToken);
        return [.. models.Where(ModelName.CanChat)];
    }

    /// <summary>Asks the model for one word, streamed as answers are.</summary>
    /// <exception cref="ModelException">No answer came; the message says what is wrong.</exception>
    public async Task<ModelTest> TestAsync(ModelOptions options, CancellationToken cancellationToken)
    {
        var endpoint = new ModelEndpoint(options, time, loggers, ModelPresets.QuirksOf(options.Endpoint!));
        var asked = await endpoint.Name.GetAsync(cancellationToken);

        var started = time.GetTimestamp();
        TimeSpan? firstByte = null;
        string? answering = null;
        await foreach (var update in endpoint.Client.GetStreamingResponseAsync(Question, new ChatOptions { MaxOutputTokens = LongestAnswer }, cancellationToken))
        {
            firstByte ??= time.GetElapsedTime(started);
            answering = update.ModelId ?? answering;
        }

        return new ModelTest(options.Endpoint!, answering ?? asked, firstByte ?? TimeSpan.Zero, time.GetElapsedTime(started))
        {
            Quirks = endpoint.Quirks.InWords,
        };
    }
}
