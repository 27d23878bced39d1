using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Settings;

/// <summary>
/// Fills an options class from its section, property by property. Unlike the usual binder it reads the raw text strictly, takes a blank as not set, and
/// answers a bad value with a sentence that names the full key.
/// </summary>
internal sealed class SettingsReader<TOptions>(IConfiguration configuration, string section, SettingFallback? fallback) : IConfigureOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options)
    {
        var failures = new List<string>();
        foreach (var property in typeof(TOptions).GetProperties().Where(property => property.CanWrite))
        {
            Fill(options, property, failures);
        }

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), failures);
        }
    }

    private void Fill(TOptions options, PropertyInfo property, List<string> failures)
    {
        var key = $"{section}:{property.Name}";
        if (property.PropertyType.IsAssignableFrom(typeof(string[])))
        {
            FillList(options, property, key);
            return;
        }

        if (configuration.GetSection(key).GetChildren().Any())
        {
            failures.Add($"{key} holds several values: write it as one text.");
            return;
        }

        if ((SettingText.Find(configuration, key) ?? fallback?.Invoke(configuration, property.Name)) is not { } setting)
        {
            return;
        }

        var value = SettingValue.Parse(setting.Value, property.PropertyType, out var advice);
        if (advice is null)
        {
            property.SetValue(options, value);
        }
        else
        {
            failures.Add($"{setting.Key} is {Shown(setting.Value)}: {advice}.");
        }
    }

    private void FillList(TOptions options, PropertyInfo property, string key)
    {
        var items = configuration.GetSection(key).GetChildren()
            .Select(child => child.Value?.Trim())
            .Where(item => !string.IsNullOrEmpty(item))
            .ToArray();
        if (items.Length > 0)
        {
            property.SetValue(options, items);
        }
    }

    // An address with a password in it is refused, and must not be shown either.
    private static string Shown(string text) => text.Contains('@', StringComparison.Ordinal) ? "not usable" : $"'{text}'";
}
