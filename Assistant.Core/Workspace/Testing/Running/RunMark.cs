using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>
/// Finds again what a run outside of bubblewrap has started. On Linux each process carries a mark in its environment, which it hands to its children and
/// keeps when it leaves its session and its parent; what stays in the session is found by that, too. A process that has left the session and has also
/// emptied its environment is not found: only bubblewrap holds that one. Elsewhere the children are found by their parents alone.
/// </summary>
internal sealed class RunMark
{
    private const string Variable = "ASSISTANT_TEST_RUN";

    // Stop is promised within a second.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly string _value = Guid.NewGuid().ToString("N");

    /// <summary>The command as the leader of a session of its own, with the mark.</summary>
    public ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = OperatingSystem.IsLinux() && ProgramPath.Find("setsid", "/") is { } setsid
            ? new ProcessStartInfo(setsid, [program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.Environment.Clear();
        foreach (var (name, value) in CleanVariables.Direct())
        {
            start.Environment[name] = value;
        }

        start.Environment[Variable] = _value;
        return start;
    }

    public void EndAll(Process leader)
    {
        if (!OperatingSystem.IsLinux())
        {
            leader.Kill(entireProcessTree: true);
            return;
        }

        // One may start another while it is looked for, so until a look finds none.
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience;)
        {
            var found = Processes().Where(process => IsOurs(process, leader.Id)).ToList();
            if (found.Count == 0)
            {
                return;
            }

            found.ForEach(Kill);
        }
    }

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId);

    private bool IsOurs(int process, int session)
    {
        // "1234 (any name) S parent group session …"
        var stat = ReadProc(process, "stat");
        return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [not ("Z" or "X"), _, _, var own, ..]
            && (own == session.ToString(CultureInfo.InvariantCulture) || ReadProc(process, "environ").Split('\0').Contains($"{Variable}={_value}"));
    }

    private static string ReadProc(int process, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{name}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
            return "";
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
