namespace Assistant.Tests.Installing;

/// <summary>Where <c>CI=true</c> a test that cannot run fails, so that nobody believes it has passed; elsewhere it is skipped with the reason.</summary>
internal static class BuildServer
{
    private static bool IsThis => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The reason to skip; none when nothing is missing, or when it has to fail.</summary>
    public static string? SkipUnless(bool isThere, string missing) => isThere || IsThis ? null : missing;
}
