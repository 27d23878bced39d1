using System.Diagnostics;
using System.Globalization;
using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Conversations.Files;
using Assistant.Core.Settings;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Assistant.Bench;

/// <summary>What the store of conversations costs when there are very many of them.</summary>
internal static class StoreCommand
{
    private const int Conversations = 10_000;
    private const int TurnsEach = 20;
    private const int LongConversation = 1_000;
    private const int Runs = 20;

    private static readonly IReadOnlyList<string> Tokens = FakeMarkdown.Tokens(5_000);

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("assistant-bench-");
        try
        {
            using var store = new FileConversationStore(Options.Create(new DataOptions { Data = data.FullName }), TimeProvider.System);
            var table = new Table("", "median", "worst", "target", "");
            var heapBefore = Heap();
            Console.WriteLine($"Writing {Conversations} conversations of {TurnsEach} turns...");
            for (var number = 0; number < Conversations; number++)
            {
                await CreateAsync(store, number, TurnsEach);
            }

            var id = await CreateAsync(store, Conversations, LongConversation);
            _ = await store.ListAsync(Owner.Local, new ConversationQuery(), CancellationToken.None);
            Add(table, "a turn kept, ms", 5, await MeasureAsync(200, run => store.SaveTurnsAsync(Owner.Local, id, [TurnOf(0, LongConversation + run)], CancellationToken.None)));
            Add(table, "another kept and 10,000 conversations listed, ms", 200, await MeasureAsync(Runs, async run =>
            {
                await store.SaveTurnsAsync(Owner.Local, id, [TurnOf(0, LongConversation + 1000 + run)], CancellationToken.None); // or the list would be the same
                _ = await store.ListAsync(Owner.Local, new ConversationQuery(), CancellationToken.None);
            }));
            Add(table, "all of them searched, ms", 300, await MeasureAsync(
                Runs, run => store.ListAsync(Owner.Local, new ConversationQuery(run % 2 == 0 ? "nothing like it" : "Number 77"), CancellationToken.None)));
            Add(table, "a conversation of 1,000 turns read, ms", 500, await MeasureAsync(Runs, _ => store.FindAsync(Owner.Local, id, CancellationToken.None)));
            table.Write(Console.Out);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The heap grew by {(Heap() - heapBefore) / 1e6:0.0} MB over all of this."));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> CreateAsync(FileConversationStore store, int number, int turns) =>
        (await store.CreateAsync(Owner.Local, [.. Enumerable.Range(0, turns).Select(turn => TurnOf(number, turn))], CancellationToken.None)).Id;

    /// <summary>A question of a line, or an answer of about 400 characters.</summary>
    private static Turn TurnOf(int conversation, int number) => number % 2 == 0
        ? new Turn($"{number}", TurnRole.User, $"Number {conversation}, question {number}: is it safe?") { Kind = "chat", After = Before(number) }
        : new Turn($"{number}", TurnRole.Assistant, string.Concat(Tokens.Skip(number * 31 % 4_000).Take(100))) { Kind = "chat", After = Before(number) };

    private static string? Before(int number) => number == 0 ? null : $"{number - 1}";

    private static async Task<List<double>> MeasureAsync(int runs, Func<int, Task> work)
    {
        await work(0);
        var times = new List<double>();
        for (var run = 1; run <= runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            await work(run);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static void Add(Table table, string what, double target, List<double> times)
    {
        var median = times[times.Count / 2];
        table.Add(what, Text(median), Text(times[^1]), Text(target), median <= target ? "met" : "missed");
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
