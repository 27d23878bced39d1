using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>The model in use: the configured one, or else the first that the endpoint lists and that can chat.</summary>
public sealed partial class ModelName(ModelConnection connection, ModelCatalog catalog)
{
    private volatile string? _found = connection.Options.Name;

    /// <summary>The name without asking anybody; none until the first call has found it.</summary>
    public string? Known => _found;

    /// <summary>The name, asking the endpoint once if it has to. A failure is not remembered.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked, or lists no model that can chat.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _found ??= (await catalog.ListAsync(cancellationToken)).FirstOrDefault(CanChat) ?? throw NoModel();
        }
        catch (ModelException failure) when (failure.StatusCode is 404 or 405)
        {
            throw NoModel();
        }
    }

    private ModelException NoModel() => new Faults(connection.Options, "").NoModel();

    private static bool CanChat(string model) => !OtherTrade().IsMatch(model);

    [GeneratedRegex(
        "embed|bge-|e5-|minilm|audio|tts|whisper|transcri|speech|voice|realtime|image|dall-e|sora|diffusion|flux|moderation|guard|rerank",
        RegexOptions.IgnoreCase)]
    private static partial Regex OtherTrade();
}
