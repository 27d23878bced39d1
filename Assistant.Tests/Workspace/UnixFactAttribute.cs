namespace Assistant.Tests.Workspace;

/// <summary>A test of what only Unix has: permissions, pipes, several names for one file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has nothing like it.";
        }
    }
}
