using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Assistant.Bench;

/// <summary>What our own reading of answers costs, against the package's typed reader and against no client at all.</summary>
internal static class ReaderCommand
{
    private const double MostBytesPerEvent = 1024;
    private const double MostRatio = 1;
    private const double MostAddedMilliseconds = 1;

    public static async Task<int> RunAsync()
    {
        // In this process: the benchmark project that BenchmarkDotNet would generate knows neither our settings nor this framework.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "assistant-bench"));
        var reports = BenchmarkRunner.Run<ReaderBenchmarks>(config).Reports;
        var (ours, package) = (Of(reports, nameof(ReaderBenchmarks.Ours)), Of(reports, nameof(ReaderBenchmarks.Package)));
        var (ask, bare) = await AskOverhead.MeasureAsync();

        var table = new Table("", "ours", "against", "target", "");
        Add(table, "32 KB in 800 events, ms (median), package", ours.Milliseconds, package.Milliseconds, package.Milliseconds * MostRatio);
        Add(table, "allocated for each event, bytes, package", ours.BytesPerEvent, package.BytesPerEvent, MostBytesPerEvent);
        Add(table, "a whole Ask, ms (median), bare HttpClient", ask, bare, bare + MostAddedMilliseconds);
        table.Write(Console.Out);
        Console.WriteLine(Text($"Reading takes {ours.Milliseconds / package.Milliseconds:0.00} of the package's time; an Ask adds {ask - bare:0.00} ms to a bare call."));
        return 0;
    }

    private static (double Milliseconds, double BytesPerEvent) Of(IEnumerable<BenchmarkReport> reports, string name)
    {
        var report = reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == name);
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        return (report.ResultStatistics!.Median / 1e6, (double)bytes / StreamedAnswer.Events);
    }

    private static void Add(Table table, string what, double ours, double against, double target) =>
        table.Add(what, Text($"{ours:0.00}"), Text($"{against:0.00}"), Text($"{target:0.00}"), ours <= target ? "met" : "missed");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
