using System.Text.Json;

namespace Assistant.Core.Model;

/// <summary>What an endpoint offers.</summary>
public sealed class ModelCatalog(ModelConnection connection, TimeProvider time)
{
    /// <summary>The names of the endpoint's models, in its own order; empty without an endpoint.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        if (!connection.HasEndpoint)
        {
            return [];
        }

        using var call = new ModelCall(connection.Options, "", time, isStreamed: true, cancellationToken);
        return await call.RunAsync(() => ListAsync(call));
    }

    private async ValueTask<IReadOnlyList<string>> ListAsync(ModelCall call)
    {
        using var reply = await call.SendAsync(connection.GetModelsAsync);
        using var body = new MemoryStream();
        await new AnswerBytes(reply.Body, connection.Options.MaxAnswerBytes, call).CopyToAsync(body, call.Limits.Token);

        using var json = LenientJson.Parse(body.ToArray().AsMemory().TrimStart("\uFEFF"u8));
        return json is null ? throw call.Faults.Unreadable(null) : [.. Models(json.RootElement).Select(Name).OfType<string>().Distinct()];
    }

    private static JsonElement.ArrayEnumerator Models(JsonElement root) => (root.IsArray ? root : root.Member("data", "models")).Items();

    private static string? Name(JsonElement model) => model.IsString ? model.Text() : model.Member("id", "name", "model").Text();
}
