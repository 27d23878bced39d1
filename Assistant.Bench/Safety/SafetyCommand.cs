using Assistant.Bench.Pages;

namespace Assistant.Bench.Safety;

/// <summary>What the server must hold while many, slow or stalled ones ask for everything at once; each part against a server of its own with its usual limits.</summary>
internal static class SafetyCommand
{
    public static async Task<int> RunAsync()
    {
        var targets = new List<Target>();
        foreach (var measure in (Func<Task<IReadOnlyList<Target>>>[])[OpenCircuits.MeasureAsync, SlowConnections.MeasureAsync, StalledModel.MeasureAsync])
        {
            foreach (var target in await measure())
            {
                Console.WriteLine($"{target}{LoadAverage.Now}");
                targets.Add(target);
            }
        }

        return targets.TrueForAll(target => target.IsMet) ? 0 : 1;
    }
}
