namespace Assistant.Tests.Installing;

/// <summary>Installs what tests need beyond .NET, where that may be done without asking: as root on Debian or Ubuntu.</summary>
internal static class Apt
{
    private const string Program = "/usr/bin/apt-get";

    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(10);

    /// <summary>The packages are installed now.</summary>
    public static bool Install(params string[] packages) =>
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists(Program)
        && ShortProgram.Succeeds(Program, ["update"], InstallTime)
        && ShortProgram.Succeeds(Program, ["install", "-y", "--no-install-recommends", .. packages], InstallTime);
}
