using System.Collections;
using System.Runtime.CompilerServices;

namespace Assistant.Tests;

/// <summary>Tests mean the same on every machine: no setting of the person who runs them, and no key of theirs, reaches the Assistant under test.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Names = ["CEREBRAS_API_KEY", "URLS", "HTTP_PORTS", "HTTPS_PORTS", "AllowedHosts"];

    private static readonly string[] Prefixes = ["OPENAI_", "Assistant__", "ConnectionStrings__", "Kestrel__", "Logging__"];

    /// <summary>The host reads each of its settings with these in front, too.</summary>
    private static readonly string[] HostPrefixes = ["ASPNETCORE_", "DOTNET_"];

    [ModuleInitializer]
    internal static void RemoveSettings()
    {
        foreach (var variable in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(IsSetting))
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    private static bool IsSetting(string variable)
    {
        var prefix = HostPrefixes.FirstOrDefault(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ?? "";
        var name = variable[prefix.Length..];

        return Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Prefixes.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
