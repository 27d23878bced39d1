using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells where a name is declared and used, and what stands behind it.</summary>
public static class NameAnswer
{
    public static string Write(Topic topic, string spoken, NameReport report) =>
        report.Found.IsEmpty ? NotDeclared(spoken, report) : Taken(spoken, report) + topic switch
        {
            Topic.Uses => Uses(report),
            Topic.Member => string.Join("\n\n", report.Found.Take(MarkdownList.MaxLines).Select(Member).Append(Used(report))),
            _ => Places(report),
        };

    // Said when somebody's word for it is not its name.
    private static string Taken(string spoken, NameReport report)
    {
        var names = report.Found.Select(found => SimpleNameOf(found.Symbol)).Distinct().ToList();
        return names.Contains(spoken[(spoken.LastIndexOf('.') + 1)..]) ? "" : $"Taking “{spoken}” for {MarkdownList.Names(names)}.\n\n";
    }

    private static string Places(NameReport report)
    {
        var declared = report.Found.Select(found => $"{Heading(found.Symbol)}: {MarkdownList.Code(found.Symbol.Text)}").ToList();
        return $"{(declared is [var only] ? only : MarkdownList.Under($"It is declared {declared.Count} times:", declared))}\n\n{Used(report)}";
    }

    private static string Uses(NameReport report)
    {
        var subject = report.Found is [var only] ? $"{Heading(only.Symbol)}," : $"`{SimpleNameOf(report.Found[0].Symbol)}`, declared {report.Found.Length} times,";
        return report.Uses.IsEmpty
            ? $"{subject} is not used in this code."
            : Used($"{subject} is used in", report);
    }

    private static string Used(NameReport report) =>
        report.Uses.IsEmpty ? "Nothing in this code uses it." : $"Used on {MarkdownList.Lines(report.Uses.Select(use => use.Line))}.";

    private static string Member(NameReport.Declared found)
    {
        var story = found.Story;
        var paths = story.Complexity is { } complexity ? $", {Words.Counted(complexity, "path")}" : "";
        var size = $", {Words.Counted(story.LineCount, "line")}{paths}";
        var deed = found.Symbol.Kind is "method" or "local function" ? PurposeGuess.ForMethod(found.Symbol.Name) : null;
        string[] facts =
        [
            .. deed is null ? [] : new[] { $"probably to {deed}; a guess from its name" },
            .. story.Members.IsEmpty ? [] : new[] { $"has {MarkdownList.Names(story.Members)}" },
            .. story.Calls.IsEmpty ? [] : new[] { $"calls {MarkdownList.Names(story.Calls)}" },
            .. story.Creates.IsEmpty ? [] : new[] { $"creates {MarkdownList.Names(story.Creates)}" },
            .. story.Writes.IsEmpty ? [] : new[] { $"sets {MarkdownList.Names(story.Writes)}" },
            .. story.Throws.IsEmpty ? [] : new[] { $"throws {MarkdownList.Names(story.Throws)}" },
        ];
        return MarkdownList.Under($"{Heading(found.Symbol)}{size}: {MarkdownList.Code(story.Signature)}", facts);
    }

    private static string NotDeclared(string spoken, NameReport report) => report switch
    {
        { Uses.IsEmpty: false, Origin: { } origin } =>
            Used($"`{spoken}` is not declared here: it comes from `{origin}`. It is used in", report),
        { Uses.IsEmpty: false } =>
            Used($"`{spoken}` is not declared in this code, but used in", report),
        { Nearest.IsEmpty: true } => $"There is no {MarkdownList.Code(spoken)} in this code, and nothing that looks like it.",
        _ => $"There is no {MarkdownList.Code(spoken)} in this code. Names that are, the nearest first: {MarkdownList.Names(report.Nearest)}.",
    };

    private static string Used(string where, NameReport report) =>
        MarkdownList.Under($"{where} {Words.Counted(report.Uses.Length, "place")}:", report.Uses.Select(LineFor));

    private static string Heading(CodeSymbol symbol) => $"{Capital(symbol.Kind)} `{symbol.Name}`, line {symbol.Line}";

    internal static string LineFor(SymbolUse use) =>
        $"line {use.Line}{(use.Member is null ? "" : $", `{use.Member}`")} {use.How} it: {MarkdownList.Code(use.Text)}";

    private static string SimpleNameOf(CodeSymbol symbol) => symbol.Name[(symbol.Name.LastIndexOf('.') + 1)..];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
