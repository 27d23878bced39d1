using System.Diagnostics;
using Assistant.Bench.Load;
using Assistant.Bench.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Safety;

/// <summary>Five hundred windows that stay open, and one more.</summary>
internal static class OpenCircuits
{
    private const int Count = 500;
    private const int AtOnce = 10;
    private const double MostMegabytes = 1536;
    private const double Patience = 2000;

    public static async Task<IReadOnlyList<Target>> MeasureAsync()
    {
        await using var model = await FakeModelServer.StartAsync();
        await using var app = await ServerProcess.StartAssistantAsync(model.Endpoint, PageCase.Headline.Model);
        using var http = new HttpClient();
        var circuits = new List<Circuit>();
        try
        {
            while (circuits.Count < Count)
            {
                circuits.AddRange(await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Circuit.OpenAsync(app.Address, http))));
            }

            var megabytes = app.WorkingSet / (1024.0 * 1024);
            var watch = Stopwatch.StartNew();
            circuits.Add(await Circuit.OpenAsync(app.Address, http));
            return
            [
                new($"{Count} open windows, the server's memory", megabytes, MostMegabytes, "MB"),
                new("one more can be used after", watch.Elapsed.TotalMilliseconds, Patience, "ms"),
            ];
        }
        finally
        {
            await Task.WhenAll(circuits.Select(circuit => circuit.DisposeAsync().AsTask()));
        }
    }
}
