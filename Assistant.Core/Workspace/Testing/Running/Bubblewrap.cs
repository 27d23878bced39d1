using System.ComponentModel;
using System.Diagnostics;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>Runs a command where it can do no harm: without a network, with nothing but the workspace to write to, and gone as a whole when it ends.</summary>
/// <param name="data">Our own data, which is not there to be seen.</param>
/// <param name="path">Where bubblewrap is installed; none where it is not.</param>
public sealed class Bubblewrap(DataOptions data, string? path)
{
    private static readonly string[] Places = ["/usr/bin/bwrap", "/usr/local/bin/bwrap"];

    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(5);

    private readonly Lazy<bool> _isUsable = new(() => path is not null && CanWall(path));

    /// <summary>Where it is usually installed; none where it is not.</summary>
    public static string? Installed => Places.FirstOrDefault(File.Exists);

    /// <summary>It is installed, and the system lets it make what it needs: some allow that to nobody but root.</summary>
    public bool IsUsable => _isUsable.Value;

    internal ProcessStartInfo Wrap(string workspace, string results, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            path!,
            [.. Walls, .. SandboxMounts.Arguments(workspace, results, data.Data), "--dir", SandboxMounts.Home, "--chdir", workspace, "--", program, .. arguments]);
        start.Environment.Clear();

        // Also bubblewrap itself gets no more than this: the run could read it in /proc.
        foreach (var (name, value) in CleanVariables.Sandboxed(SandboxMounts.Home))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string[] Walls =>
    [
        "--unshare-all", "--die-with-parent", "--new-session",

        // Root would keep its capabilities, and could mount the walls away.
        .. Environment.IsPrivilegedProcess ? ["--cap-drop", "ALL"] : (string[])[],
        "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
    ];

    private static bool CanWall(string path)
    {
        var start = new ProcessStartInfo(path, [.. Walls, "--", "/bin/true"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Clear();
        try
        {
            using var process = Process.Start(start)!;
            return process.WaitForExit(ProbeTime) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
