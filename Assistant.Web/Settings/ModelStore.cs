using System.Text.Json;
using Assistant.Core.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Settings;

/// <summary>
/// Keeps what was chosen in <c>model.json</c> in the data folder. The file is replaced in one step, so that it is always whole, and only its owner may
/// read it.
/// </summary>
public sealed class ModelStore(IOptions<DataOptions> data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Path => data.Value.PathOf("model.json");

    /// <exception cref="SettingsFileException">The file is there and cannot be read.</exception>
    public StoredModel Read()
    {
        if (!File.Exists(Path))
        {
            return new StoredModel();
        }

        try
        {
            var stored = JsonSerializer.Deserialize<StoredModel>(File.ReadAllBytes(Path), Json);
            return IsSound(stored) ? stored! : throw Unreadable("it holds something else");
        }
        catch (JsonException failure)
        {
            throw Unreadable($"line {failure.LineNumber + 1} is not what was written there", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("this account may not read it", failure);
        }
    }

    /// <exception cref="SettingsFileException">The file could not be written; the one before is still there.</exception>
    public void Write(StoredModel stored)
    {
        try
        {
            OwnedFile.Replace(Path, file => JsonSerializer.Serialize(file, stored, Json));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFileException($"This counts until the Assistant stops, but could not be kept: {Path} cannot be written.", failure);
        }
    }

    /// <summary>Puts a file that cannot be read out of the way, where its owner finds it again.</summary>
    /// <exception cref="SettingsFileException">It could not be moved.</exception>
    public void SetAside()
    {
        try
        {
            File.Move(Path, $"{Path}.broken", overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFileException($"This counts until the Assistant stops, but could not be kept: {Path} is broken and cannot be moved.", failure);
        }
    }

    private static bool IsSound(StoredModel? stored) =>
        stored is { Names: not null, Endpoint: null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, Key: null or { Origin: not null, Protected: not null } };

    private SettingsFileException Unreadable(string reason, Exception? cause = null) =>
        new($"The stored settings are not used, because {Path} cannot be read: {reason}. Correct it, or save new settings here.", cause);
}
