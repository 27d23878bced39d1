namespace Assistant.Tests.Workspace;

/// <summary>Tests of what only Unix has: permissions, pipes, several names for one file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has nothing like it.";
        }
    }
}
