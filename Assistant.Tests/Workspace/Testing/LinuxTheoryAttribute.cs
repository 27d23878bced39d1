namespace Assistant.Tests.Workspace.Testing;

/// <summary>A test of what only Linux shows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public override string? Skip => OperatingSystem.IsLinux() ? null : "It looks at /proc.";
}
