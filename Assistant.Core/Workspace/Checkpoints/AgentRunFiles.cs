using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>Where runs are remembered: a folder for each owner, in it one for each conversation, in that a file for each run.</summary>
internal sealed class AgentRunFiles(string root)
{
    private const string NoConversation = "none";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        IgnoreReadOnlyProperties = true,
    };

    public async Task WriteAsync(Owner owner, AgentRun run, CancellationToken cancellationToken)
    {
        var folder = OwnedFolder.Create(Path.Combine(Of(owner), NameOf(run.ConversationId))).FullName;
        var draft = Path.Combine(folder, $"{run.Id}.draft");
        await File.WriteAllBytesAsync(draft, JsonSerializer.SerializeToUtf8Bytes(run, Json), cancellationToken);
        File.Move(draft, Path.Combine(folder, $"{run.Id}.json"), overwrite: true);
    }

    public async Task<AgentRun?> FindAsync(Owner owner, string id, CancellationToken cancellationToken) =>
        IsId(id) && Directory.Exists(Of(owner)) && Directory.EnumerateFiles(Of(owner), $"{id}.json", SearchOption.AllDirectories).FirstOrDefault() is { } file
            ? await ReadAsync(file, cancellationToken)
            : null;

    public async Task<IReadOnlyList<AgentRun>> ListAsync(Owner owner, string? conversationId, CancellationToken cancellationToken)
    {
        var runs = new List<AgentRun>();
        var folder = Path.Combine(Of(owner), NameOf(conversationId));
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
        {
            if (await ReadAsync(file, cancellationToken) is { } run)
            {
                runs.Add(run);
            }
        }

        return [.. runs.OrderBy(run => run.At)];
    }

    private static async Task<AgentRun?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<AgentRun>(await File.ReadAllBytesAsync(file, cancellationToken), Json);
        }
        catch (JsonException)
        {
            // Torn by a power cut: that run is forgotten, the others are not.
            return null;
        }
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    private static string NameOf(string? conversationId) => conversationId is null ? NoConversation : Hash(conversationId);

    private string Of(Owner owner) => Path.Combine(root, Hash(owner.Id));

    // Whatever an id looks like, its hash is the name of a file.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
