using Assistant.Core.Settings;
using Microsoft.Extensions.Configuration;

namespace Assistant.Core.Model;

/// <summary>
/// The environment names people already have: OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL stand in for a long name that is not set; a key with no
/// address means OpenAI, and CEREBRAS_API_KEY alone means Cerebras.
/// </summary>
internal static class ModelShortNames
{
    private const string CerebrasKey = "CEREBRAS_API_KEY";

    public static SettingText? Find(IConfiguration configuration, string property) => property switch
    {
        nameof(ModelOptions.Endpoint) => Address(configuration) ?? AddressOfKey(configuration),
        nameof(ModelOptions.ApiKey) => Key(configuration) ?? (Address(configuration) is null ? SettingText.Find(configuration, CerebrasKey) : null),
        nameof(ModelOptions.Name) => SettingText.Find(configuration, "OPENAI_MODEL"),
        _ => null,
    };

    private static SettingText? AddressOfKey(IConfiguration configuration) =>
        Key(configuration) is { } key ? new SettingText(key.Key, "https://api.openai.com/v1")
        : SettingText.Find(configuration, CerebrasKey) is { } cerebras ? new SettingText(cerebras.Key, "https://api.cerebras.ai/v1")
        : null;

    private static SettingText? Address(IConfiguration configuration) =>
        SettingText.Find(configuration, $"{ModelOptions.Section}:{nameof(ModelOptions.Endpoint)}") ?? SettingText.Find(configuration, "OPENAI_BASE_URL");

    private static SettingText? Key(IConfiguration configuration) =>
        SettingText.Find(configuration, $"{ModelOptions.Section}:{nameof(ModelOptions.ApiKey)}") ?? SettingText.Find(configuration, "OPENAI_API_KEY");
}
