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

        Console.WriteLine(new Target("the first request of a fresh process, 100 lines", 6_000, "ms", new Samples(cold)));
        Console.Write(await RunSelfAsync("warm"));
        return 0;
    }

    private static async Task MeasureWarmAsync()
    {
        var measured = await EngineRuns.WarmAsync([1, 3, 10], WarmUps, WarmRuns);
        var perLine = measured.ToDictionary(size => size.Key, size => size.Value.Median / EngineSample.LinesOf(EngineSample.Of(size.Key)));
        Console.WriteLine(new Target("a 100-line class, warm", 600, "ms", measured[1]));
        Console.WriteLine(new Target("a 300-line file, warm", 2_500, "ms", measured[3]));
        Console.WriteLine(Text($"      a 1,000-line file, warm: median {measured[10].Median:0}, worst {measured[10].Worst:0} ms"));
        Console.WriteLine(Text($"      a line's cost against one of 100: {perLine[3] / perLine[1]:0.00} in 300 lines, {perLine[10] / perLine[1]:0.00} in 1,000"));

        var heap = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(new Target("working set of the process, highest", 500, "MB", new Samples([self.PeakWorkingSet64 / Megabyte])));
        Console.WriteLine(Text($"      working set afterwards {Environment.WorkingSet / Megabyte:0} MB, of which GC heap {heap:0} MB"));
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
