using Assistant.Tests.Installing;

namespace Assistant.Tests.Browser;

/// <summary>A test that needs a browser. Where none can be had it is skipped with the reason, but on a build server (<c>CI=true</c>) it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public override string? Skip => BuildServer.SkipUnless(Chromium.Path is not null, Chromium.Missing);
}
