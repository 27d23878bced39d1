using System.ComponentModel;
using System.Diagnostics;

namespace Assistant.Tests.Installing;

/// <summary>Programs that say by their exit code whether all is well.</summary>
internal static class ShortProgram
{
    public static bool Succeeds(string program, string[] arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";

        using var process = TryStart(start);
        if (process is null)
        {
            return false;
        }

        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(limit))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // Not a program, or not one for this machine.
            return null;
        }
    }
}
