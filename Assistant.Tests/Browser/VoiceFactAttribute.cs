using Assistant.Tests.Installing;

namespace Assistant.Tests.Browser;

/// <summary>A test that needs a browser and somebody to talk to it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VoiceFactAttribute : FactAttribute
{
    public override string? Skip =>
        BuildServer.SkipUnless(Chromium.Path is not null, Chromium.Missing) ?? BuildServer.SkipUnless(Espeak.IsThere, Espeak.Missing);
}
