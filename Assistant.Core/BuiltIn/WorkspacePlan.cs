using System.Runtime.CompilerServices;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Plans how a wish about the workspace is answered with the tools that are offered, one step after the other.</summary>
public sealed class WorkspacePlan(string request, ToolRecord tools, CSharpEngine csharp)
{
    // A test run may say a lot; what counts stands at its end.
    private const int TestLines = 30;

    /// <summary>The steps. A step's results are there when the next one is asked for.</summary>
    public IAsyncEnumerable<PlanStep> StepsAsync(CancellationToken cancellationToken)
    {
        var asked = Wordings.In(request);
        var files = ToolText.CSharpFilesIn(request);
        var topic = asked is [var first, ..] ? first.Topic : Topic.Other;
        var named = asked.FirstOrDefault(reading => !string.IsNullOrEmpty(reading.Name) && (files.Count == 0 || reading.Topic is Topic.Rename or Topic.Uses));
        var wish = asked.FirstOrDefault(reading => reading.Topic == Topic.Refactoring);
        return topic switch
        {
            _ when wish is not null && (files.Count > 0 || WorkspaceWords.In(request)) && tools.Offers("read_file") && tools.Offers("write_file") =>
                new WorkspaceRefactoring(files, wish.Rules, tools, csharp).StepsAsync(cancellationToken),
            Topic.Tests when tools.Offers("run_tests") => RunTests().ToAsyncEnumerable(),
            Topic.Rename when named is not null && tools.Offers("rename_symbol") => Rename(named).ToAsyncEnumerable(),
            Topic.Uses when named is not null && tools.Offers("search") => new WorkspaceUses(named.Name!, tools, csharp).StepsAsync(cancellationToken),
            Topic.Place or Topic.Member or Topic.Uses when named is not null && tools.Offers("find_symbol") => Find(named.Name!).ToAsyncEnumerable(),
            not Topic.Other when files.Count > 0 && tools.Offers("read_file") => TellAboutFileAsync(files[0], asked, cancellationToken),
            _ => Help(topic).ToAsyncEnumerable(),
        };
    }

    private static IEnumerable<PlanStep> RunTests()
    {
        var run = new PlanStep.Calls("run_tests");
        yield return run;
        yield return new PlanStep.Say(Tests(run.Results[0]));
    }

    private IEnumerable<PlanStep> Rename(Asked asked)
    {
        if (Renaming.WhyNoName(asked.NewName!) is { } reason)
        {
            yield return new PlanStep.Say(reason);
            yield break;
        }

        var rename = new PlanStep.Calls("rename_symbol", ("name", asked.Name), ("newName", asked.NewName));
        yield return rename;
        var result = rename.Results[0];
        var run = new PlanStep.Calls("run_tests");
        if (!result.HasFailed && tools.Offers(run.Tool))
        {
            yield return run;
        }

        var outcome = result.HasFailed ? "Nothing was renamed." : $"`{asked.Name}` is now `{asked.NewName}`.";
        yield return new PlanStep.Say($"{outcome} {Quoted("rename_symbol", result)}");
        if (run.Results is [var tests])
        {
            yield return new PlanStep.Say(Tests(tests));
        }
    }

    private static IEnumerable<PlanStep> Find(string name)
    {
        var find = new PlanStep.Calls("find_symbol", ("name", name));
        yield return find;
        yield return new PlanStep.Say(Found(name, find.Results[0]));
    }

    internal static string Found(string name, ToolResult found) =>
        found.HasFailed ? Quoted("find_symbol", found) : MarkdownList.Under($"`{name}` in the workspace:", LinesOf(found.Text));

    private async IAsyncEnumerable<PlanStep> TellAboutFileAsync(
        string path, IReadOnlyList<Asked> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = new PlanStep.Calls("read_file", ("path", path));
        yield return read;
        var result = read.Results[0];
        if (result.HasFailed || ToolText.FileIn(result.Text) is not { } code)
        {
            yield return new PlanStep.Say(result.HasFailed ? Quoted("read_file", result) : $"`{path}` is too long to be read whole.");
            yield break;
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        List<Asked> aboutFile = [.. asked.Where(reading => reading.Name is null), new Asked(Topic.Description)];
        await foreach (var part in new CodeAnswer(study, []).WriteAsync(aboutFile, cancellationToken))
        {
            yield return new PlanStep.Say(part);
        }
    }

    private static IEnumerable<PlanStep> Help(Topic topic)
    {
        foreach (var part in HelpAnswer.Write(topic == Topic.Help ? Words.Introduction : Words.OnlyAModelCan, Examples.InWorkspace))
        {
            yield return new PlanStep.Say(part);
        }
    }

    internal static Task<IReadOnlyList<IDictionary<string, object?>>> Reads(IEnumerable<string> paths) =>
        Task.FromResult<IReadOnlyList<IDictionary<string, object?>>>([.. paths.Select(path => new Dictionary<string, object?> { ["path"] = path })]);

    internal static string Tests(ToolResult run)
    {
        var lines = run.Text.Trim().Split('\n');
        var shown = lines.Length > TestLines ? $"…\n{string.Join('\n', lines[^TestLines..])}" : run.Text.Trim();
        return run.HasFailed ? Quoted("run_tests", run) : $"**Tests:**\n\n{new Delivery.FencedCode("text", shown)}";
    }

    internal static string Quoted(string tool, ToolResult result) =>
        $"`{tool}` {(result.HasFailed ? "failed" : "says")}: {result.Text.Trim().Split('\n')[0]}";

    internal static IEnumerable<string> LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(MarkdownList.Code);
}
