using System.Diagnostics;
using System.Globalization;

namespace Assistant.Bench;

/// <summary>What a refactoring by the built-in engine takes: warm by size, cold in fresh processes, and the memory of a process that only does this.</summary>
internal static class EngineCommand
{
    private const int ColdRuns = 5;
    private const int WarmUps = 6;
    private const int WarmRuns = 11;
    private const double Megabyte = 1e6;
    private const double MostCold = 6_000;
    private const double MostWarm = 600;
    private const double MostWarmFile = 2_500;
    private const double MostMemory = 500;

    public static async Task<int> RunAsync(string[] arguments) => arguments switch
    {
        [] => await CompareAsync(),
        ["cold"] => await TellAsync(async () => Console.WriteLine(Text($"{await EngineRuns.FirstAsync():0.0}"))),
        ["warm"] => await TellAsync(MeasureWarmAsync),
        _ => Usage.Show(),
    };

    private static async Task<int> CompareAsync()
    {
        var cold = new List<double>();
        while (cold.Count < ColdRuns)
        {
            cold.Add(double.Parse(await RunSelfAsync("cold"), CultureInfo.InvariantCulture));
        }

        var table = NewTable();
        Add(table, "the first request of a fresh process, 100 lines, ms", new Samples(cold), MostCold);
        table.Write(Console.Out);
        Console.Write(await RunSelfAsync("warm"));
        return 0;
    }

    private static async Task MeasureWarmAsync()
    {
        var measured = await EngineRuns.WarmAsync([1, 3, 10], WarmUps, WarmRuns);
        var perLine = measured.ToDictionary(size => size.Key, size => size.Value.Median / EngineSample.LinesOf(EngineSample.Of(size.Key)));
        var heap = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        using var self = Process.GetCurrentProcess();

        var table = NewTable();
        Add(table, "a 100-line class, warm, ms", measured[1], MostWarm);
        Add(table, "a 300-line file, warm, ms", measured[3], MostWarmFile);
        Add(table, "a 1,000-line file, warm, ms", measured[10], double.PositiveInfinity);
        Add(table, "the highest working set, MB", new Samples([self.PeakWorkingSet64 / Megabyte]), MostMemory);
        table.Write(Console.Out);
        Console.WriteLine(Text($"A line in 300 costs {perLine[3] / perLine[1]:0.00} of one in 100, a line in 1,000 costs {perLine[10] / perLine[1]:0.00}."));
        Console.WriteLine(Text($"Afterwards the working set is {Environment.WorkingSet / Megabyte:0} MB, of which {heap:0} MB are objects in use."));
    }

    private static Table NewTable() => new("", "median", "worst", "target", "");

    private static void Add(Table table, string what, Samples samples, double most)
    {
        var hasTarget = double.IsFinite(most);
        var outcome = !hasTarget ? "" : samples.Median <= most ? "met" : "missed";
        table.Add(what, Text($"{samples.Median:0}"), Text($"{samples.Worst:0}"), hasTarget ? Text($"{most:0}") : "", outcome);
    }

    private static async Task<int> TellAsync(Func<Task> measure)
    {
        await measure();
        return 0;
    }

    private static async Task<string> RunSelfAsync(string what)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "engine", what })
        {
            start.ArgumentList.Add(argument);
        }

        // As Assistant.Web sets it for itself.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? told : throw new InvalidOperationException($"The run '{what}' ended with {process.ExitCode}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
