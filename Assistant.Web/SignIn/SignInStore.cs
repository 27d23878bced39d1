using System.Security.Cryptography;
using System.Text.Json;
using Assistant.Core.Settings;
using Assistant.Web.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Web.SignIn;

/// <summary>Keeps in the data folder which sign-ins are good, so that a restart changes nothing about it.</summary>
public sealed class SignInStore(IOptions<DataOptions> data)
{
    private const int StampBytes = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private string Path => data.Value.PathOf("sign-in.json");

    /// <summary>A stamp no sign-in has yet.</summary>
    public static StoredSignIns Fresh() => new(RandomNumberGenerator.GetBytes(StampBytes));

    /// <summary>What is kept. Where that is nothing, or nothing that can be read, everybody has to sign in again.</summary>
    /// <exception cref="SettingsFileException">There was nothing, and what takes its place could not be kept.</exception>
    public StoredSignIns Read() => Kept() ?? Write(Fresh());

    /// <exception cref="SettingsFileException">The file could not be written; the one before is still there.</exception>
    public StoredSignIns Write(StoredSignIns signIns)
    {
        try
        {
            OwnedFile.Replace(Path, file => JsonSerializer.Serialize(file, signIns, Json));
            return signIns;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFileException($"This counts until the Assistant stops, but could not be kept: {Path} cannot be written.", failure);
        }
    }

    private StoredSignIns? Kept()
    {
        try
        {
            return JsonSerializer.Deserialize<StoredSignIns>(File.ReadAllBytes(Path), Json) is { Stamp.Length: StampBytes, Ended: not null } kept ? kept : null;
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
