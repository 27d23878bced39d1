namespace Assistant.Bench;

/// <summary>Numbers of a busy machine say more about its other work than about ours. Only Linux has it.</summary>
internal static class LoadAverage
{
    private const string File = "/proc/loadavg";

    /// <summary>To stand behind a number; empty where it cannot be known.</summary>
    public static string Now =>
        System.IO.File.Exists(File) ? $", load average {System.IO.File.ReadAllText(File).Split(' ')[0]} on {Environment.ProcessorCount} processors" : "";
}
