using System.Diagnostics;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>Looks for what still runs.</summary>
internal static class RunningProcesses
{
    /// <summary>The command lines that bear a mark.</summary>
    private static IReadOnlyList<string> With(string mark) =>
        [.. Process.GetProcesses().Select(process => ReadCommand(process.Id)).Where(command => command.Contains(mark, StringComparison.Ordinal))];

    /// <summary>What is left of them: what was killed is gone a moment later.</summary>
    public static IReadOnlyList<string> Left(string mark)
    {
        IReadOnlyList<string> left = [];
        SpinWait.SpinUntil(() => (left = With(mark)).Count == 0, TimeSpan.FromSeconds(20));
        return left;
    }

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
