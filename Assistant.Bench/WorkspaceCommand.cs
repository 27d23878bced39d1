using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assistant.Core.Delivery;
using Assistant.Core.Replies;
using Assistant.Core.Settings;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Symbols;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Bench;

/// <summary>What the tools cost in a large workspace: 5,000 files, 50 MB.</summary>
internal static class WorkspaceCommand
{
    private const int Files = 5_000;
    private const int BytesEach = 10_000;
    private const int FilesPerFolder = 10;
    private const int Runs = 20;
    private const int LoopSteps = 30;

    public static async Task<int> RunAsync()
    {
        var all = Directory.CreateTempSubdirectory("assistant-bench-");
        try
        {
            var root = all.CreateSubdirectory("workspace").FullName;
            Write(root);
            var data = new DataOptions { Data = Path.Combine(all.FullName, "data") };
            var files = new WorkspaceFiles(WorkspaceFolder.Open(root, isTrusted: false), new OwnPlaces(data, contentRoot: null));
            using var symbols = new SymbolIndex(files);
            using var run = new WorkspaceRun(files, symbols);
            var tools = WorkspaceTools.Reading(run).ToDictionary(tool => tool.Function.Name, tool => tool.Function, StringComparer.Ordinal);
            var table = new Table("ms", "first", "median", "worst", "target", "");
            await AddAsync(table, "a rare word searched", 300, tools["search"], ("pattern", "Needle4999"));
            await AddAsync(table, "a word of every file searched", 300, tools["search"], ("pattern", "Total"));
            await AddAsync(table, @"\bNeedle4999\b searched", 300, tools["search"], ("pattern", @"\bNeedle4999\b"), ("regex", true));
            await AddAsync(table, @"Needle\d*999 searched", null, tools["search"], ("pattern", @"Needle\d*999"), ("regex", true));
            await AddAsync(table, "*.cs listed", null, tools["list_files"], ("pattern", "*.cs"));
            await AddAsync(table, "a name found", 200, tools["find_symbol"], ("name", "Needle4999"));
            await AddAsync(table, "a misspelled name found", 200, tools["find_symbol"], ("name", "nedle 4999"));
            await AddAsync(table, "a name found after a change", 200, async () =>
            {
                await File.AppendAllTextAsync(Path.Combine(root, "area0", "part0", "Needle1.cs"), "// and more\n");
                await tools["find_symbol"].InvokeAsync(new AIFunctionArguments { ["name"] = "Needle1" });
            });
            await AddCheckpointsAsync(table, run.Files, data);
            await AddAsync(table, $"a step of the loop, {LoopSteps} at a time", 5, StepAsync, LoopSteps);
            table.Write(Console.Out);
            return 0;
        }
        finally
        {
            all.Delete(recursive: true);
        }
    }

    private static void Write(string root)
    {
        File.WriteAllText(Path.Combine(root, ".gitignore"), "*.user\nTestResults/\n/out/\n*.log\n!keep.log\n**/generated/**\n");
        for (var number = 0; number < Files; number++)
        {
            var folder = Path.Combine(root, $"area{number / FilesPerFolder / 20}", $"part{number / FilesPerFolder}");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"Needle{number}.cs"), TextOf(number));
        }
    }

    private static string TextOf(int number)
    {
        var text = new StringBuilder($"namespace Sample.Part{number / FilesPerFolder};\n\npublic sealed class Needle{number}\n{{\n");
        for (var member = 0; text.Length < BytesEach - 100; member++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>What is left of it.</summary>\n    public int Total{member}(int count, int price) => count * price + {member};\n\n");
        }

        return text.Append("}\n").ToString();
    }

    private static Task AddAsync(Table table, string what, double? target, AIFunction tool, params (string Name, object? Value)[] arguments) =>
        AddAsync(table, what, target, () => tool.InvokeAsync(new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => argument.Value))).AsTask());

    /// <summary>Each checkpoint but the first finds one file changed.</summary>
    private static async Task AddCheckpointsAsync(Table table, WorkspaceFiles files, DataOptions data)
    {
        var store = new CheckpointStore(data, new OwnPlaces(data, contentRoot: null), CheckpointStore.InstalledGit, NullLogger<CheckpointStore>.Instance);
        var changed = Path.Combine(files.Folder.Root, "area0", "part0", "Needle0.cs");
        await AddAsync(table, "a checkpoint taken (the first: 1,000)", 200, async () =>
        {
            await store.TakeAsync(files.Folder, CancellationToken.None);
            await File.AppendAllTextAsync(changed, "// and more\n");
        });
    }

    /// <summary>What the loop adds to a model that answers at once and a tool that does nothing.</summary>
    private static async Task StepAsync()
    {
        var turns = Enumerable.Range(0, LoopSteps).Select(step => new ScriptedTurn
        {
            ToolCalls = [new FunctionCallContent($"call_{step}", "look", new Dictionary<string, object?> { ["path"] = $"file{step}.cs" })],
        });
        await using var services = TestServices.Create(new ScriptedModel([.. turns, new ScriptedTurn("Done.")]), TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        var reply = new Reply(TimeProvider.System);
        using var budget = new ToolBudget(TimeProvider.System);
        var look = new Tool(AIFunctionFactory.Create((string path) => $"text of {path}", "look"), ToolKind.Reads, "looking");
        var loop = new ToolLoop(
            scope.ServiceProvider.GetRequiredService<DeliveryService>().StepsFor(reply), [look], new Assignment("bench", ""), budget, reply, TimeProvider.System, NullLogger.Instance);
        await loop.RunAsync([new ChatMessage(ChatRole.User, "Look around.")], mayUseReserve: false, CancellationToken.None);
    }

    /// <param name="parts">What the time is divided by.</param>
    private static async Task AddAsync(Table table, string what, double? target, Func<Task> work, int parts = 1)
    {
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / parts);
        }

        var first = times[0];
        times.RemoveAt(0);
        times.Sort();
        var median = times[times.Count / 2];
        table.Add(what, Number(first), Number(median), Number(times[^1]), target is { } most ? Number(most) : "", target is null ? "" : median <= target ? "met" : "missed");
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
