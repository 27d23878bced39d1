using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Plans how a wish about the workspace is answered with the tools that are offered, one step after the other.</summary>
public sealed class WorkspacePlan(string request, ToolRecord tools, CSharpEngine csharp)
{
    // A test run may say a lot; what counts stands at its end.
    private const int TestLines = 30;

    private const int MostFilesLookedInto = 12;

    /// <summary>The steps. A step's results are there when the next one is asked for.</summary>
    public IAsyncEnumerable<PlanStep> StepsAsync(CancellationToken cancellationToken)
    {
        var asked = Wordings.In(request);
        var files = ToolText.CSharpFilesIn(request);
        var topic = asked is [var first, ..] ? first.Topic : Topic.Other;
        var named = asked.FirstOrDefault(reading => !string.IsNullOrEmpty(reading.Name) && (files.Count == 0 || reading.Topic is Topic.Rename or Topic.Uses));
        return topic switch
        {
            _ when asked.FirstOrDefault(reading => reading.Topic == Topic.Refactoring) is { } wish && (files.Count > 0 || WorkspaceWords.In(request)) && tools.Offers("read_file")
                && tools.Offers("write_file") => new WorkspaceRefactoring(files, wish.Rules, tools, csharp).StepsAsync(cancellationToken),
            Topic.Tests when tools.Offers("run_tests") => RunTests().ToAsyncEnumerable(),
            Topic.Rename when named is not null && tools.Offers("rename_symbol") => Rename(named).ToAsyncEnumerable(),
            Topic.Uses when named is not null && tools.Offers("search") => FindUsesAsync(named.Name!, cancellationToken),
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
        yield return new PlanStep.Say(result.HasFailed
            ? $"Nothing was renamed. {Quoted("rename_symbol", result)}"
            : $"`{asked.Name}` is now `{asked.NewName}`. {Quoted("rename_symbol", result)}");

        if (!result.HasFailed && tools.Offers("run_tests"))
        {
            var run = new PlanStep.Calls("run_tests");
            yield return run;
            yield return new PlanStep.Say(Tests(run.Results[0]));
        }
    }

    private static IEnumerable<PlanStep> Find(string name)
    {
        var find = new PlanStep.Calls("find_symbol", ("name", name));
        yield return find;
        var result = find.Results[0];
        yield return new PlanStep.Say(result.HasFailed ? Quoted("find_symbol", result) : MarkdownList.Under($"`{name}` in the workspace:", LinesOf(result.Text)));
    }

    private async IAsyncEnumerable<PlanStep> FindUsesAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (tools.Offers("find_symbol"))
        {
            foreach (var step in Find(name))
            {
                yield return step;
            }
        }

        var word = name[(name.LastIndexOf('.') + 1)..];
        var search = new PlanStep.Calls("search", ("pattern", $@"\b{Regex.Escape(word)}\b"), ("regex", true));
        yield return search;
        var found = search.Results[0];
        var files = found.HasFailed ? [] : ToolText.CSharpFilesIn(found.Text);
        if (files.Count == 0 || !tools.Offers("read_file"))
        {
            yield return new PlanStep.Say(found.HasFailed ? Quoted("search", found) : MarkdownList.Under($"`{word}` appears here:", LinesOf(found.Text)));
            yield break;
        }

        var read = new PlanStep.Calls("read_file", () => Reads(files.Take(MostFilesLookedInto)));
        yield return read;
        var uses = new List<string>();
        foreach (var file in read.Results.Where(result => !result.HasFailed))
        {
            uses.AddRange(await UsesInAsync(file, word, cancellationToken));
        }

        var rest = files.Count > MostFilesLookedInto ? $" {files.Count - MostFilesLookedInto} more files mention it." : "";
        yield return new PlanStep.Say(MarkdownList.Under(
            uses.Count == 0 ? $"Nothing uses `{word}`; it is only mentioned.{rest}"
                : $"`{word}` is used in {Words.Counted(uses.Count, "place")}, going by its name file by file.{rest}",
            uses));
    }

    private async Task<IEnumerable<string>> UsesInAsync(ToolResult file, string name, CancellationToken cancellationToken)
    {
        if (ToolText.FileIn(file.Text) is not { } code)
        {
            return [$"`{file.Argument("path")}` was not read whole"];
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        return (await study.LookUpAsync(name, cancellationToken)).Uses
            .Select(use => $"`{file.Argument("path")}`, line {use.Line}{(use.Member is null ? "" : $", `{use.Member}`")} {use.How} it: {MarkdownList.Code(use.Text)}");
    }

    private async IAsyncEnumerable<PlanStep> TellAboutFileAsync(string path, IReadOnlyList<Asked> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(MarkdownList.Code);
}
