using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>
/// Empty types for those that pasted code names and does not declare, so that the rest of a statement can be judged. They live in a file
/// of their own and never reach the result. What they lack gives errors that the code itself does not have; those are known here.
/// </summary>
public sealed partial class StandIns
{
    /// <summary>The file they are declared in.</summary>
    public const string Path = "/usings/StandIns.cs";

    // Type or namespace not found.
    private const string NotFound = "CS0246";

    private readonly HashSet<string> _names;
    private readonly HashSet<string> _ownErrors;

    private StandIns(HashSet<string> names, HashSet<string> ownErrors)
    {
        _names = names;
        _ownErrors = ownErrors;
    }

    /// <summary>For code that names nothing unknown, or where a guess is not wanted.</summary>
    public static StandIns None { get; } = new([], []);

    /// <summary>The declarations for what is missing; empty when nothing is.</summary>
    public static string Declare(SyntaxNode root, CompilerFindings findings)
    {
        var text = new StringBuilder();
        foreach (var name in MissingIn(root, findings).DistinctBy(name => (NameOf(name), name.Arity)))
        {
            text.AppendLine(Declare(name));
        }

        return text.ToString();
    }

    /// <param name="before">What the compiler said without them.</param>
    /// <param name="after">What it says with them.</param>
    public static StandIns Of(SyntaxNode root, CompilerFindings before, CompilerFindings after)
    {
        var known = before.Errors.Select(error => (error.Id, error.Location.SourceSpan)).ToHashSet();
        return new StandIns(
            [.. MissingIn(root, before).Select(name => name.Identifier.ValueText)],
            [.. after.Errors.Where(error => !known.Contains((error.Id, error.Location.SourceSpan))).Select(error => error.Id)]);
    }

    /// <summary>Whether an error comes from what a stand-in lacks.</summary>
    public bool Explain(Diagnostic error) => _ownErrors.Contains(error.Id);

    /// <summary>Whether something in <paramref name="node"/> names a stand-in or is of its type.</summary>
    public bool AreIn(SyntaxNode node, Lazy<SemanticModel> model) =>
        _names.Count > 0 && node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Any(name => _names.Contains(name.Identifier.ValueText) || IsStandIn(model.Value.GetTypeInfo(name).Type));

    private static bool IsStandIn(ITypeSymbol? type) =>
        type?.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree.FilePath == Path) == true;

    private static IEnumerable<SimpleNameSyntax> MissingIn(SyntaxNode root, CompilerFindings findings) => findings.Errors
        .Where(error => error.Id == NotFound)
        .Select(error => root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true))
        .OfType<SimpleNameSyntax>()
        .Where(name => name.Parent is not (NameEqualsSyntax or QualifiedNameSyntax or UsingDirectiveSyntax) && name.Identifier.ValueText.Length > 0);

    private static string NameOf(SimpleNameSyntax name) => name.Identifier.ValueText + (name.Parent is AttributeSyntax ? "Attribute" : "");

    private static string Declare(SimpleNameSyntax missing)
    {
        var name = NameOf(missing);
        var parameters = missing.Arity == 0 ? "" : $"<{string.Join(", ", Enumerable.Range(1, missing.Arity).Select(number => $"T{number}"))}>";
        if (InterfaceName().IsMatch(name))
        {
            return $"interface @{name}{parameters} {{ }}";
        }

        var parent = missing.Parent is AttributeSyntax ? " : System.Attribute"
            : name.EndsWith("Exception", StringComparison.Ordinal) ? " : System.Exception"
            : "";
        return $"class @{name}{parameters}{parent} {{ public @{name}(params object[] values) {{ }} }}";
    }

    [GeneratedRegex("^I[A-Z]")]
    private static partial Regex InterfaceName();
}
