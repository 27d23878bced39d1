using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>The model in use: the configured one, or else the first that the endpoint lists and that can chat.</summary>
public sealed partial class ModelName(ModelConnection connection, ModelCatalog catalog)
{
    private string? _found = connection.Options.Name;

    /// <summary>The name without asking anybody; none until the first call has found it.</summary>
    public string? Known => Volatile.Read(ref _found);

    /// <summary>The name, asking the endpoint once if it has to. A failure is not remembered.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked, or lists no model that can chat.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Known ?? Find(await catalog.ListAsync(cancellationToken));
        }
        catch (ModelException failure) when (failure.StatusCode is 404 or 405)
        {
            throw NoModel();
        }
    }

    /// <summary>As far as the name tells: embeddings, audio, images and moderation have other trades.</summary>
    public static bool CanChat(string model) => !OtherTrade().IsMatch(model);

    /// <summary>Another model of the same endpoint; none for the first one that it lists.</summary>
    internal void Use(string? name) => Volatile.Write(ref _found, name);

    /// <summary>What was chosen while the endpoint was asked stays chosen.</summary>
    private string Find(IReadOnlyList<string> models)
    {
        var first = models.FirstOrDefault(CanChat) ?? throw NoModel();
        return Interlocked.CompareExchange(ref _found, first, null) ?? first;
    }

    private ModelException NoModel() => new Faults(connection.Options, "").NoModel();

    [GeneratedRegex(
        "embed|bge-|e5-|minilm|audio|tts|whisper|transcri|speech|voice|realtime|image|dall-e|sora|diffusion|flux|moderation|guard|rerank",
        RegexOptions.IgnoreCase)]
    private static partial Regex OtherTrade();
}
