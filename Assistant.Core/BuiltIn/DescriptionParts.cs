using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells what a piece of code is, part by part, in Markdown.</summary>
public static class DescriptionParts
{
    public static string Declarations(CodeDescription code)
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
        return MarkdownList.Under(
            $"**It declares:** {size}, {what}.",
            [.. code.Types.Select(LineFor), .. methods.Select(method => $"`{method.Name}`, line {method.Line}")]);
    }

    /// <summary>What the types hold that has a body; nothing where the declarations have named it already.</summary>
    public static IEnumerable<string> Methods(CodeDescription code) => code.Types.Length == 0 || code.Methods.Length == 0
        ? []
        : [MarkdownList.Under("**With a body:**", code.Methods.Select(method => $"{NameOf(method)}, line {method.Line}"))];

    public static string Dependencies(CodeDescription code)
    {
        var known = code.Uses.Select(space => $"`{space.Name}`: {MarkdownList.Names(space.Types)}");
        var heading = code.Uses.Length == 0 ? "**It uses** nothing of .NET but the language's own types." : "**It uses** of .NET:";
        return MarkdownList.Under(heading, known) + Unknown(code);
    }

    public static string Errors(CodeDescription code)
    {
        var heading = code.Errors.Length > 0 ? $"**Compiler errors:** {code.Errors.Length}."
            : code.UnknownNames.Length > 0 ? "**Compiler errors:** none in the code itself." : "**Compiler errors:** none; it compiles against .NET 10.";
        var errors = code.Errors.Select(error => $"{error.Id}, line {error.Line}: {CompilerWords.For(error)}");
        return MarkdownList.Under(heading, errors) + Unknown(code);
    }

    public static string Complexity(CodeDescription code)
    {
        if (code.Methods.Length == 0)
        {
            return "**Complexity:** there is nothing with a body, so there are no paths to count.";
        }

        var worst = code.Methods.MaxBy(method => method.Complexity)!;
        var advice = worst.Complexity > CSharp.Complexity.Advisable
            ? $"more than the advisable {CSharp.Complexity.Advisable}, so look for a way to split it"
            : "easy enough to follow";
        var place = code.Methods.Length == 1 ? " has" : ", the worst, has";
        var ranked = code.Methods.OrderByDescending(method => method.Complexity).ThenBy(method => method.Line)
            .Select(method => $"{NameOf(method)}, line {method.Line}: {Words.Counted(method.Complexity, "path")}, {Words.Counted(method.LineCount, "line")}");
        return MarkdownList.Under(
            $"**Complexity:** {NameOf(worst)} (line {worst.Line}){place} {Words.Counted(worst.Complexity, "path")}, {advice}.",
            code.Methods.Length == 1 ? [] : ranked);
    }

    public static string Changes(RefactoredCode refactored)
    {
        if (refactored.Changes.Length == 0)
        {
            return refactored.IsFinished ? "**Refactor** would change nothing." : "**Refactor:** not looked at; the time for one request ran out.";
        }

        var heading = $"**Refactor** would make {Words.Counted(refactored.Changes.Length, "change")}{(refactored.IsFinished ? "" : " or more")}:";
        return MarkdownList.Under(heading, refactored.Changes.Select(change => $"{change.Id}, line {change.Line}: {change.Sentence}"));
    }

    private static string Unknown(CodeDescription code)
    {
        if (code.UnknownNames.Length == 0)
        {
            return "";
        }

        var names = code.UnknownNames.Select(name => $"{MarkdownList.Code(name.Name)} (line {name.Line}){(name.Hint is null ? "" : $": {name.Hint}")}");
        return "\n\n" + MarkdownList.Under("Names it uses that are neither pasted nor imported:", names);
    }

    private static string LineFor(CodeDescription.DeclaredType type) =>
        $"{type.Kind} `{type.Name}`, line {type.Line}{(type.Members.Length == 0 ? "" : $": {string.Join(", ", type.Members)}")}";

    private static string NameOf(CodeDescription.Method method) => method.Name == CodeReader.Statements ? "the statements" : $"`{method.Name}`";
}
