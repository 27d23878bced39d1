using System.Runtime.CompilerServices;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// Refactors files of the workspace: lists them unless they are named, reads them, writes back those that change, and runs the tests. Each file
/// is looked at by itself, so nothing is changed that other files could rely on.
/// </summary>
public sealed class WorkspaceRefactoring(IReadOnlyList<string> named, IReadOnlyList<string> rules, ToolRecord tools, CSharpEngine csharp)
{
    // What one answer should touch; the rest is named, and can be asked for again.
    private const int MostFiles = 40;

    // Files read in one go.
    private const int Batch = 10;

    public async IAsyncEnumerable<PlanStep> StepsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = named;
        if (files.Count == 0)
        {
            var list = new PlanStep.Calls("list_files", ("pattern", "**/*.cs"));
            yield return list;
            files = list.Results[0].HasFailed ? [] : ToolText.CSharpFilesIn(list.Results[0].Text);
            if (files.Count == 0)
            {
                yield return new PlanStep.Say(
                    list.Results[0].HasFailed ? WorkspacePlan.Quoted("list_files", list.Results[0]) : "There are no C# files in the workspace.");
                yield break;
            }
        }

        var read = new List<ToolResult>();
        foreach (var batch in files.Take(MostFiles).Chunk(Batch))
        {
            var step = new PlanStep.Calls("read_file", () => WorkspacePlan.Reads(batch));
            yield return step;
            read.AddRange(step.Results);
        }

        var write = new PlanStep.Calls("write_file", () => WritesAsync(read, cancellationToken));
        yield return write;
        var run = new PlanStep.Calls("run_tests");
        if (write.Results.Any(result => !result.HasFailed) && tools.Offers(run.Tool))
        {
            yield return run;
        }

        yield return new PlanStep.Say(Report(read, write.Results, files.Count));
        if (run.Results is [var tests])
        {
            yield return new PlanStep.Say(WorkspacePlan.Tests(tests));
        }
    }

    private async Task<IReadOnlyList<IDictionary<string, object?>>> WritesAsync(List<ToolResult> read, CancellationToken cancellationToken)
    {
        var writes = new List<IDictionary<string, object?>>();
        foreach (var file in read.Where(result => !result.HasFailed))
        {
            if (ToolText.FileIn(file.Text) is { } code && await RefactoredAsync(code, cancellationToken) is { } changed)
            {
                writes.Add(new Dictionary<string, object?> { ["path"] = file.Argument("path"), ["content"] = changed });
            }
        }

        return writes;
    }

    private async Task<string?> RefactoredAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            using var study = await csharp.ReadAsync(code, cancellationToken);
            var refactored = await study.RefactorAsync(new RuleFilter { Only = rules }, cancellationToken);
            return refactored.Changes.IsEmpty ? null : refactored.Code;
        }
        catch (UnreadableCodeException)
        {
            // One file nobody could have written does not keep the others from being refactored; it stays as it is.
            return null;
        }
    }

    private string Report(List<ToolResult> read, IReadOnlyList<ToolResult> written, int count)
    {
        var done = written.Where(result => !result.HasFailed).Select(result => result.Argument("path")).ToList();
        var failures = read.Concat(written).Where(result => result.HasFailed)
            .Select(result => $"`{result.Argument("path")}`: {result.Text.Trim().Split('\n')[0]}");
        var cut = read.Where(result => !result.HasFailed && ToolText.FileIn(result.Text) is null)
            .Select(result => $"`{result.Argument("path")}`: too long to be read whole");
        var what = rules.Count == 0 ? "Refactored" : $"Applied {string.Join(", ", rules)} to";
        var text = done.Count == 0
            ? $"Nothing to change in {Words.Counted(read.Count, "file")}."
            : MarkdownList.Under(
                $"{what} {Words.Counted(done.Count, "file")} of {count}; each compiles as before by itself:", done.Select(path => $"`{path}`"));
        var left = failures.Concat(cut).ToList();
        var rest = count > read.Count ? $"\n\n{count - read.Count} files were not looked at; ask again for a part of them." : "";
        return (left.Count == 0 ? text : $"{text}\n\n{MarkdownList.Under("Left alone:", left)}") + rest;
    }
}
