using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// Finds who uses a name in the workspace: searches for the word, reads the files that have it, and leaves out what only mentions it. Each file
/// is read by itself, so another thing of the same name counts as well.
/// </summary>
public sealed class WorkspaceUses(string name, ToolRecord tools, CSharpEngine csharp)
{
    private const int MostFiles = 12;

    public async IAsyncEnumerable<PlanStep> StepsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var find = new PlanStep.Calls("find_symbol", ("name", name));
        if (tools.Offers(find.Tool))
        {
            yield return find;
        }

        var word = name[(name.LastIndexOf('.') + 1)..];
        var search = new PlanStep.Calls("search", ("pattern", $@"\b{Regex.Escape(word)}\b"), ("regex", true));
        yield return search;
        var found = search.Results[0];
        var files = found.HasFailed || !tools.Offers("read_file") ? [] : ToolText.CSharpFilesIn(found.Text);
        var read = new PlanStep.Calls("read_file", () => WorkspacePlan.Reads(files.Take(MostFiles)));
        yield return read;

        if (find.Results is [var declared])
        {
            yield return new PlanStep.Say(WorkspacePlan.Found(name, declared));
        }

        yield return new PlanStep.Say(files.Count > 0 ? await UsesInAsync(read.Results, files.Count, word, cancellationToken)
            : found.HasFailed ? WorkspacePlan.Quoted("search", found) : MarkdownList.Under($"`{word}` appears here:", WorkspacePlan.LinesOf(found.Text)));
    }

    private async Task<string> UsesInAsync(IReadOnlyList<ToolResult> read, int mentioning, string name, CancellationToken cancellationToken)
    {
        var uses = new List<string>();
        foreach (var file in read.Where(result => !result.HasFailed))
        {
            uses.AddRange(await UsesInAsync(file, name, cancellationToken));
        }

        var heading = uses.Count == 0
            ? $"Nothing uses `{name}`; it is only mentioned."
            : $"`{name}` is used in {Words.Counted(uses.Count, "place")}, going by its name file by file.";
        var rest = mentioning > read.Count ? $" {mentioning - read.Count} more files mention it." : "";
        return MarkdownList.Under(heading + rest, uses);
    }

    private async Task<IEnumerable<string>> UsesInAsync(ToolResult file, string name, CancellationToken cancellationToken)
    {
        if (ToolText.FileIn(file.Text) is not { } code)
        {
            return [$"`{file.Argument("path")}` was not read whole"];
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        return (await study.LookUpAsync(name, cancellationToken)).Uses
            .Select(use => $"`{file.Argument("path")}`, {NameAnswer.LineFor(use)}");
    }
}
