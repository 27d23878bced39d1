namespace Assistant.Tests.Workspace.Testing;

/// <summary>A test in the sandbox with somebody else's program, which is not worth installing for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledFactAttribute(string program) : FactAttribute
{
    public override string? Skip =>
        !Sandbox.IsUsable ? Sandbox.Missing
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))) ? null
        : $"{program} is not installed.";
}
