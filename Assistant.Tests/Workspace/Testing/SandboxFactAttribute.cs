using Assistant.Tests.Installing;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>A test that needs bubblewrap. Where it cannot be used it is skipped with the reason, but on a build server (<c>CI=true</c>) it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    public override string? Skip => BuildServer.SkipUnless(Sandbox.IsUsable, Sandbox.Missing);
}
