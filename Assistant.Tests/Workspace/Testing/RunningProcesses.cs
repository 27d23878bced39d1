using System.Diagnostics;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>Looks for what still runs.</summary>
internal static class RunningProcesses
{
    /// <summary>The command lines that bear a mark.</summary>
    public static IReadOnlyList<string> With(string mark) =>
        [.. Process.GetProcesses().Select(process => ReadCommand(process.Id)).Where(command => command.Contains(mark, StringComparison.Ordinal))];

    private static string ReadCommand(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
