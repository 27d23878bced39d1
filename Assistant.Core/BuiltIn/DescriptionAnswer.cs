using System.Text;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells what is known about a piece of code, in Markdown, what was asked for first.</summary>
public sealed class DescriptionAnswer(CodeDescription code, RefactoredCode refactored)
{
    // A panel is read, not studied: what goes beyond this is counted.
    private const int MaxLines = 12;

    private static readonly Topic[] UsualOrder = [Topic.Declarations, Topic.Errors, Topic.Complexity, Topic.Changes];

    public string Write(Topic asked)
    {
        var order = UsualOrder.OrderBy(topic => topic == asked ? 0 : 1);
        return string.Join("\n\n", order.Select(Part).Where(part => part.Length > 0));
    }

    private string Part(Topic topic) => topic switch
    {
        Topic.Declarations => Declarations(),
        Topic.Errors => Errors(),
        Topic.Complexity => Complexity(),
        _ => Changes(),
    };

    private string Declarations()
    {
        var size = $"{Words.Counted(code.LineCount, "line")} of C#";
        var what = code switch
        {
            { Shape: CodeShape.Expression } => "one expression",
            { Shape: CodeShape.Members } => "members without their type",
            { HasTopLevelStatements: true } => "statements that run from the first line on",
            { Types.Length: 0 } => "no declarations",
            _ => Words.Counted(code.Types.Length, "type"),
        };
        var methods = code.Methods.Where(method => code.Types.Length == 0 && method.Name != CodeReader.Statements);
        return Section(
            $"**It declares:** {size}, {what}.",
            [.. code.Types.Select(LineFor), .. methods.Select(method => $"- `{method.Name}`, line {method.Line}")]);
    }

    private string Errors()
    {
        var errors = code.Errors.Select(error => $"- {error.Id}, line {error.Line}: {CompilerWords.For(error)}").ToList();
        var heading = errors.Count > 0 ? $"**Compiler errors:** {errors.Count}."
            : code.UnknownNames.Length > 0 ? "**Compiler errors:** none in the code itself." : "**Compiler errors:** none; it compiles against .NET 10.";
        var unknown = code.UnknownNames.Take(MaxLines).Select(name => $"`{name.Name}` (line {name.Line})");
        var more = code.UnknownNames.Length > MaxLines ? " and more" : "";
        var missing = code.UnknownNames.Length == 0 ? ""
            : $"\n\nNames it uses that are neither pasted nor part of .NET: {string.Join(", ", unknown)}{more}.";
        return Section(heading, errors) + missing;
    }

    private string Complexity()
    {
        if (code.Methods.Length == 0)
        {
            return "";
        }

        var worst = code.Methods.MaxBy(method => method.Complexity)!;
        var advice = worst.Complexity > CSharp.Complexity.Advisable
            ? $"more than the advisable {CSharp.Complexity.Advisable}, so look for a way to split it"
            : "easy enough to follow";
        var heading = $"**Complexity:** {NameOf(worst)} (line {worst.Line}) has {Words.Counted(worst.Complexity, "path")}, {advice}.";
        var ranked = code.Methods.OrderByDescending(method => method.Complexity).ThenBy(method => method.Line)
            .Select(method => $"- {NameOf(method)}, line {method.Line}: {Words.Counted(method.Complexity, "path")}, {Words.Counted(method.LineCount, "line")}")
            .ToList();
        return code.Methods.Length == 1 ? heading : Section(heading.Replace(" has ", ", the worst, has ", StringComparison.Ordinal), ranked);
    }

    private string Changes()
    {
        if (refactored.Changes.Length == 0)
        {
            return refactored.IsFinished ? "**Refactor** would change nothing." : "**Refactor:** not looked at; the time for one request ran out.";
        }

        var heading = $"**Refactor** would make {Words.Counted(refactored.Changes.Length, "change")}{(refactored.IsFinished ? "" : " or more")}:";
        return Section(heading, RefactorAnswer.ListOf(refactored.Changes).Split('\n'));
    }

    private static string LineFor(CodeDescription.DeclaredType type) =>
        $"- {type.Kind} `{type.Name}`, line {type.Line}{(type.Members.Length == 0 ? "" : $": {string.Join(", ", type.Members)}")}";

    private static string NameOf(CodeDescription.Method method) => method.Name == CodeReader.Statements ? "the statements" : $"`{method.Name}`";

    private static string Section(string heading, IReadOnlyCollection<string> lines)
    {
        var text = new StringBuilder(heading);
        if (lines.Count > 0)
        {
            text.Append("\n\n").AppendJoin('\n', lines.Take(MaxLines));
        }

        return lines.Count > MaxLines ? text.Append($"\n- and {lines.Count - MaxLines} more").ToString() : text.ToString();
    }
}
