namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>
/// The environment of a test run: where the tools are, and nothing else of ours. Keys, proxies with passwords and our own settings are not in it, because
/// only what is named here is.
/// </summary>
internal static class CleanVariables
{
    private static readonly string[] Kept =
    [
        "PATH", "LANG", "LC_ALL", "TZ", "DOTNET_ROOT", "JAVA_HOME", "GOROOT", "NVM_DIR", "PYENV_ROOT",
        "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "ProgramFiles", "ProgramFiles(x86)", "ProgramData", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP",
    ];

    /// <summary>Where it runs as it is, with the person's own home.</summary>
    public static Dictionary<string, string> Direct() => With(("HOME", Home));

    /// <summary>Where the home is another one, and the tools have to be told where the packages are that they brought to the real one.</summary>
    public static Dictionary<string, string> Sandboxed(string home) => With(
        ("HOME", home),
        ("NUGET_PACKAGES", Packages),
        ("CARGO_HOME", InHome(".cargo", "CARGO_HOME")),
        ("RUSTUP_HOME", InHome(".rustup", "RUSTUP_HOME")),
        ("CARGO_NET_OFFLINE", "true"),
        ("GOMODCACHE", Path.Combine(InHome("go", "GOPATH"), "pkg", "mod")),
        ("GOCACHE", Path.Combine(home, "go-build")),
        ("GOPROXY", "off"),
        ("PYTHONUSERBASE", InHome(".local", "PYTHONUSERBASE")));

    /// <summary>The person's home.</summary>
    public static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>Where NuGet keeps the packages it has brought.</summary>
    public static string Packages => InHome(Path.Combine(".nuget", "packages"), "NUGET_PACKAGES");

    private static string InHome(string folder, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : Path.Combine(Home, folder);

    private static Dictionary<string, string> With(params (string Name, string Value)[] more)
    {
        var clean = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Kept.Select(name => (name, Environment.GetEnvironmentVariable(name) ?? ""))
            .Where(kept => kept.Item2.Length > 0).Concat(Quiet).Concat(more))
        {
            clean[name] = value;
        }

        return clean;
    }

    /// <summary>
    /// Nothing may outlive the run (build servers would), ask the network, or colour its words. MSBuild takes variables for properties, so they also reach
    /// a build that a test starts.
    /// </summary>
    private static (string Name, string Value)[] Quiet =>
    [
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("UseSharedCompilation", "false"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("NuGetAudit", "false"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE", "true"),
        ("DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK", "true"),
        ("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false"),
        ("DOTNET_NOLOGO", "1"),
        ("CI", "true"),
        ("NO_COLOR", "1"),
        ("TERM", "dumb"),
    ];
}
