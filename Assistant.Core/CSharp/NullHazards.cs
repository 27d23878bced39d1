using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>
/// Says the compiler's warnings about null the way a colleague would. The analysis runs whether or not the code asks for it, as in every new
/// project. The warnings: https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/nullable-warnings
/// </summary>
public sealed class NullHazards(CodeModel model)
{
    /// <summary>The code itself has the compiler check for nulls.</summary>
    public bool AreAskedFor => model.Semantics.Compilation.Options.NullableContextOptions != NullableContextOptions.Disable;

    public IEnumerable<CodeHazard> Find(CancellationToken cancellationToken) => Checked()
        .GetDiagnostics(cancellationToken: cancellationToken)
        .Where(warning => warning.Severity == DiagnosticSeverity.Warning && !warning.IsSuppressed && model.Code.Shape != CodeShape.Expression)
        .Select(warning => (warning, Sentence: SentenceFor(warning)))
        .Where(pair => pair.Sentence is not null)
        .Select(pair => new CodeHazard(model.LineOf(pair.warning.Location), pair.Sentence!));

    private SemanticModel Checked()
    {
        var compilation = model.Semantics.Compilation;
        var options = ((CSharpCompilationOptions)compilation.Options).WithNullableContextOptions(NullableContextOptions.Enable);
        return AreAskedFor ? model.Semantics : compilation.WithOptions(options).GetSemanticModel(model.Semantics.SyntaxTree);
    }

    private string? SentenceFor(Diagnostic warning)
    {
        var text = model.Root.GetText().ToString(warning.Location.SourceSpan);
        var code = text.Contains('\n', StringComparison.Ordinal) || text.Length > 60 ? "the value" : $"`{text}`";
        return warning.Id switch
        {
            "CS8600" => $"A possible null goes into a variable whose type has no `?`. Write `{TypeAt(warning)}?`, or give it a value.",
            "CS8601" => $"{Capital(code)} may be null and is assigned to something that may not. Check it first, or make the target nullable with `?`.",
            "CS8602" => $"{Capital(code)} may be null where it is used. Check it first, or write `?.`.",
            "CS8603" => $"{Capital(code)} may be null, and the return type has no `?`. Return something else, or write `?` behind the return type.",
            "CS8604" => $"{Capital(code)} may be null and is passed where null is not expected. Check it first.",
            "CS8605" or "CS8629" => $"{Capital(code)} may be null where its value is taken. Check it first, or write `?? …`.",
            "CS8618" =>
                $"`{NameIn(warning) ?? text}` is still null when the constructor ends. Give it a value, write `required` in front, or `?` behind its type.",
            "CS8625" => "Null is given to something whose type has no `?`. Write `?` behind the type, or give it a value.",
            "CS8764" or "CS8765" or "CS8766" or "CS8767" =>
                $"{Capital(code)} does not agree with what it overrides or implements about null. Use the same `?` as there.",
            "CS8619" or "CS8620" or "CS8621" or "CS8622" or "CS8631" or "CS8714" =>
                "Two types do not agree on whether their parts may be null. Give both the same `?`.",
            "CS8597" => "What is thrown may be null.",
            "CS8670" => $"{Capital(code)} may be null when it is filled. Make it first.",
            _ => null,
        };
    }

    private string TypeAt(Diagnostic warning)
    {
        var node = model.Root.FindNode(warning.Location.SourceSpan);
        var declared = node.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Type;
        return declared is null or IdentifierNameSyntax { IsVar: true } ? "string" : declared.ToString().TrimEnd('?');
    }

    // The compiler's sentence names what was not set between quotation marks.
    private static string? NameIn(Diagnostic warning) =>
        warning.GetMessage(CultureInfo.InvariantCulture).Split('\'') is [_, var name, ..] ? name : null;

    private static string Capital(string words) => words == "the value" ? "The value" : words;
}
