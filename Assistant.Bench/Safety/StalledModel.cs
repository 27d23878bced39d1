using System.Diagnostics;
using System.Net.Http.Json;
using Assistant.Bench.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Safety;

/// <summary>A thousand questions that wait for a model which takes them and says nothing; whether the server still says that it lives, and what is left of them.</summary>
internal static class StalledModel
{
    private const int Count = 1000;
    private const int Looks = 50;
    private const double Patience = 200;
    private const double MostLeft = 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>How long memory may take to be given back.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Target>> MeasureAsync()
    {
        await using var model = await FakeModelServer.StartAsync();
        await using var app = await ServerProcess.StartAssistantAsync(model.Endpoint, PageCase.Headline.Model);
        using var http = new HttpClient { BaseAddress = app.Address, Timeout = Timeout.InfiniteTimeSpan };

        // What the server takes for its first answers, and to make ready what it can do by itself, it takes only once.
        await AskAsync(model, http, Looks);
        var before = await SettledAsync(app);
        var worst = await AskAsync(model, http, Count);
        var during = app.WorkingSet;
        await Task.Delay(Settling);
        var left = Math.Max(0, ((double)app.WorkingSet / before * 100) - 100);
        return
        [
            new($"{Count} questions to a stalled model, the slowest sign of life", worst, Patience, "ms"),
            new($"memory left of them after a minute ({Megabytes(before)} MB before, {Megabytes(during)} MB meanwhile)", left, MostLeft, "%"),
        ];
    }

    /// <summary>Asks so many at once, looks after the server, and leaves. The slowest look in milliseconds.</summary>
    private static async Task<double> AskAsync(FakeModelServer model, HttpClient http, int count)
    {
        model.Enqueue([.. Enumerable.Repeat(FakeReply.Hang(), count)]);
        using var leaving = new CancellationTokenSource();
        var asking = Enumerable.Range(0, count).Select(number => http.PostAsJsonAsync("/api/ask", new { question = $"Why {number}?" }, leaving.Token)).ToList();
        for (var arrived = 0; arrived < count; arrived++)
        {
            await model.RequestArrivedAsync(CancellationToken.None);
        }

        var worst = 0.0;
        for (var look = 0; look < Looks; look++)
        {
            var watch = Stopwatch.StartNew();
            await http.GetStringAsync("/health/live");
            worst = Math.Max(worst, watch.Elapsed.TotalMilliseconds);
            await Task.Delay(BetweenLooks);
        }

        await leaving.CancelAsync();
        await Task.WhenAll(asking.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return worst;
    }

    /// <summary>The memory of a server that has nothing more to do: what it takes has not grown for a while.</summary>
    private static async Task<long> SettledAsync(ServerProcess app)
    {
        var (most, since) = (app.WorkingSet, Stopwatch.StartNew());
        while (since.Elapsed < Quiet)
        {
            await Task.Delay(BetweenLooks);
            if (app.WorkingSet is var now && now > most * 1.01)
            {
                most = now;
                since.Restart();
            }
        }

        return app.WorkingSet;
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / (1024.0 * 1024):0}");
}
