namespace Assistant.Tests.Browser;

/// <summary>A test that needs a browser. Where none can be had it is skipped with the reason, but on a build server (<c>CI=true</c>) it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public override string? Skip => Chromium.Path is null && !IsBuildServer ? Chromium.Missing : null;

    private static bool IsBuildServer => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
