using System.Diagnostics;
using Assistant.Core.CSharp;
using Assistant.Tests.Fakes;

namespace Assistant.Bench;

/// <summary>What is measured inside one process.</summary>
internal static class EngineRuns
{
    /// <summary>Milliseconds from an engine that nobody has used to its first answer, with all that has to be loaded and compiled for it.</summary>
    public static async Task<double> FirstAsync()
    {
        using var engine = new CSharpEngine(TimeProvider.System);
        var warming = engine.WarmUpAsync(CancellationToken.None);
        var first = await MeasureAsync(engine, EngineSample.Of(1));
        await warming;
        return first;
    }

    /// <summary>Milliseconds per run for each number of classes. Taken in turns, so that whatever else the machine does meets all of them.</summary>
    public static async Task<IReadOnlyDictionary<int, Samples>> WarmAsync(IReadOnlyList<int> sizes, int warmUps, int runs)
    {
        // Its clock stands still: a run that ends early because its time is up would look fast.
        using var engine = new CSharpEngine(new ManualTime());
        await engine.WarmUpAsync(CancellationToken.None);
        var measured = sizes.ToDictionary(size => size, _ => new List<double>());
        for (var run = -warmUps; run < runs; run++)
        {
            foreach (var size in sizes)
            {
                var milliseconds = await MeasureAsync(engine, EngineSample.Of(size));
                if (run >= 0)
                {
                    measured[size].Add(milliseconds);
                }
            }
        }

        return measured.ToDictionary(size => size.Key, size => new Samples(size.Value));
    }

    private static async Task<double> MeasureAsync(CSharpEngine engine, string code)
    {
        var started = Stopwatch.GetTimestamp();
        using var study = await engine.ReadAsync(code, CancellationToken.None);
        var refactored = await study.RefactorAsync(RuleFilter.None, CancellationToken.None);
        return refactored.Changes.Length > 0
            ? Stopwatch.GetElapsedTime(started).TotalMilliseconds
            : throw new InvalidOperationException("The engine found nothing to do, so there is nothing to measure.");
    }
}
