using Microsoft.Extensions.Configuration;

namespace Assistant.Core.Settings;

/// <summary>A setting as somebody wrote it: the full key it stands under and its raw text.</summary>
public readonly record struct SettingText(string Key, string Value)
{
    /// <summary>The text under a key; none when it is missing or blank.</summary>
    public static SettingText? Find(IConfiguration configuration, string key) =>
        configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? new SettingText(key, text.Trim()) : null;
}

/// <summary>Where else to look for a setting that its own section does not hold, by property name.</summary>
public delegate SettingText? SettingFallback(IConfiguration configuration, string property);
