namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>
/// What a run in bubblewrap sees of this machine. Everything can be read but nothing written, except that homes, sockets and our own data are not there at
/// all; of the home, the tools and packages that are needed come back; the workspace can be written to, its .git cannot.
/// </summary>
internal static class SandboxMounts
{
    /// <summary>The home in there: empty, writable, gone with the run.</summary>
    public const string Home = "/tmp/home";

    private const string Hidden = "--tmpfs";
    private const string ReadOnly = "--ro-bind";
    private const string Writable = "--bind";

    // Sockets that lead out, such as docker's, lie in /run: a socket needs no network.
    private static readonly string[] HiddenFolders = ["/home", "/root", "/run", "/tmp", "/var/tmp", "/var/spool/cron"];

    // Of the home. Nothing in these is a secret, unlike .nuget/NuGet and .cargo/credentials.toml beside them.
    private static readonly string[] Tools =
        [".dotnet", ".cargo/bin", ".cargo/registry", ".cargo/git", ".rustup", "go/bin", "go/pkg/mod", ".pyenv", ".local/bin", ".local/lib", ".nvm", ".volta", ".asdf"];

    // Within the tools: the certificates of the person, with their private keys.
    private const string Certificates = ".dotnet/corefx";

    // A repository within the workspace stands near its root, or it is somebody else's in a folder of packages.
    private const int RepositoryDepth = 3;

    /// <summary>As arguments of bubblewrap.</summary>
    /// <param name="workspace">A real path; it wins over what is hidden.</param>
    /// <param name="results">A folder for result files, writable.</param>
    /// <param name="data">Our own data folder.</param>
    public static IEnumerable<string> Arguments(string workspace, string results, string data)
    {
        var mounts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var home = RealPath.Of(CleanVariables.Home);
        var hidden = HiddenFolders.Append(home).Append(data).Select(RealPath.Of).Where(path => path != "/").ToList();
        Put(Hidden, hidden);
        Put(ReadOnly, Tools.Select(tool => Path.Combine(home, tool)).Append(CleanVariables.Packages).Concat(ProgramPath.Folders.Where(IsInHidden)));
        Put(Hidden, [Path.Combine(home, Certificates)]);
        Put(Writable, [workspace, results]);
        Put(ReadOnly, Repositories(workspace));

        // A folder sorts before what lies in it, and so is mounted before.
        return mounts.SelectMany(mount => mount.Value == Hidden ? [Hidden, mount.Key] : new[] { mount.Value, mount.Key, mount.Key });

        void Put(string how, IEnumerable<string> paths)
        {
            foreach (var path in paths.Select(RealPath.Of).Where(Path.Exists))
            {
                mounts[path] = how;
            }
        }

        bool IsInHidden(string path) => hidden.Exists(folder => RealPath.Of(path) != folder && RealPath.IsWithin(RealPath.Of(path), folder));
    }

    private static IEnumerable<string> Repositories(string workspace) =>
        Directory.EnumerateFileSystemEntries(workspace, ".git", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = RepositoryDepth,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        });
}
