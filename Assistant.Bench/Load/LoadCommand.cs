using System.Diagnostics;
using System.Globalization;
using Assistant.Bench.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Load;

/// <summary>How many answers can arrive at once, each 2,000 tokens a second in a circuit of its own, before the page falls behind; and what a circuit costs.</summary>
internal static class LoadCommand
{
    private const int FirstLevel = 25;
    private const int WarmUps = 10;

    // The server compiles what it runs often once more while it runs; so many answers later it has.
    private const int WarmUpRounds = 5;
    private const int IdleCircuits = 100;
    private const double Limit = 100;

    /// <summary>All of them run at the same time for most of the four seconds that each one takes.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="arguments">The most circuits to try with.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var most = 800;
        if (arguments is [var text] && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most))
        {
            return Usage.Show();
        }

        await using var model = await FakeModelServer.StartAsync();
        await using var app = await ServerProcess.StartAssistantAsync(model.Endpoint, PageCase.Headline.Model);
        using var http = new HttpClient();
        var circuits = new List<Circuit>();
        try
        {
            await OpenAsync(circuits, WarmUps, app, http);
            for (var round = 0; round < WarmUpRounds; round++)
            {
                await MeasureAsync(circuits, model);
            }

            await OpenAsync(circuits, WarmUps + IdleCircuits, app, http); // What these take, the server takes only once.
            var before = app.WorkingSet;
            await OpenAsync(circuits, WarmUps + (2 * IdleCircuits), app, http);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"An idle circuit costs {(app.WorkingSet - before) / 1024.0 / IdleCircuits:0} KB of the server's working set, garbage included."));
            await RaiseAsync(circuits, most, app, model, http);
        }
        finally
        {
            foreach (var circuit in circuits)
            {
                await circuit.DisposeAsync();
            }
        }

        return 0;
    }

    private static async Task RaiseAsync(List<Circuit> circuits, int most, ServerProcess app, FakeModelServer model, HttpClient http)
    {
        Console.WriteLine("at once  end lag      p95    worst  model's tok/s  server's processors  ms a reply  bench's processors");
        for (var level = FirstLevel; level <= most; level = level < 200 ? level * 2 : level + 100)
        {
            await OpenAsync(circuits, level, app, http);

            // Machines are shared: only what happens twice is the server's doing.
            if (!await KeepsUpAsync(circuits.GetRange(0, level), app, model) && !await KeepsUpAsync(circuits.GetRange(0, level), app, model))
            {
                break;
            }
        }
    }

    private static async Task<bool> KeepsUpAsync(List<Circuit> circuits, ServerProcess app, FakeModelServer model)
    {
        var (watch, server, bench) = (Stopwatch.StartNew(), app.ProcessorTime, Environment.CpuUsage.TotalTime);
        var (lags, speed) = await MeasureAsync(circuits, model);
        var used = app.ProcessorTime - server;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{circuits.Count,7}  {lags.Median,4:0} ms  {lags.P95,4:0} ms  {lags.Worst,4:0} ms  {speed,13:#,0}  {used / watch.Elapsed,19:0.00}  {used.TotalMilliseconds / circuits.Count,10:0}  {(Environment.CpuUsage.TotalTime - bench) / watch.Elapsed,18:0.00}"));
        return lags.P95 <= Limit;
    }

    /// <summary>Lags in milliseconds from the model's last event to the whole text, and the median speed at which the model really wrote.</summary>
    private static async Task<(Samples Lags, double Speed)> MeasureAsync(List<Circuit> circuits, FakeModelServer model)
    {
        var known = model.Requests.Count;
        var finished = await Task.WhenAll(circuits.Select(async (circuit, number) =>
        {
            await Task.Delay(Spread * number / circuits.Count);
            return await circuit.AskAsync(Message(number));
        })).WaitAsync(Patience);

        var times = model.Requests.Skip(known).ToDictionary(request => request.LastUserMessage, request => request.Times);
        return (
            new Samples(finished.Select((end, number) => Stopwatch.GetElapsedTime(times[Message(number)].LastEvent, end).TotalMilliseconds)),
            new Samples(times.Values.Select(time => PageCase.Headline.Tokens / Stopwatch.GetElapsedTime(time.FirstContent, time.LastEvent).TotalSeconds)).Median);
    }

    private static string Message(int number) => $"{PageCase.Headline.Message}, number {number}";

    private static async Task OpenAsync(List<Circuit> circuits, int count, ServerProcess app, HttpClient http)
    {
        while (circuits.Count < count)
        {
            circuits.Add(await Circuit.OpenAsync(app.Address, http));
        }
    }
}
