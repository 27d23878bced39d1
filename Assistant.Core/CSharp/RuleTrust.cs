using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>Tells where a rule's conclusion holds although something of the code is missing.</summary>
public sealed class RuleTrust
{
    private readonly SyntaxNode _root;
    private readonly CompletedCode _completed;
    private readonly Lazy<SemanticModel> _model;
    private readonly List<TextSpan> _errors;
    private readonly Lazy<bool> _isConditional;
    private readonly Lazy<HashSet<string>> _passedByReference;

    public RuleTrust(SyntaxNode root, CompilerFindings findings, CompletedCode completed, Lazy<SemanticModel> model)
    {
        _root = root;
        _completed = completed;
        _model = model;
        _errors = [.. findings.Errors.Where(error => !completed.StandIns.Explain(error)).Select(error => error.Location.SourceSpan)];
        _isConditional = new Lazy<bool>(IsConditional);
        _passedByReference = new Lazy<HashSet<string>>(NamesPassedByReference);
    }

    public bool Allows(StockRule rule, Diagnostic hit)
    {
        if (rule.NeedsEveryName)
        {
            return _completed.IsWhole && !_isConditional.Value;
        }

        var node = _root.FindNode(hit.Location.SourceSpan);
        if (rule.NeedsWholeType && (IsPartOfType(node) || IsPassedByReference(node) || _isConditional.Value))
        {
            return false;
        }

        // Of a type that was made up nothing is known but its name: not even what its operators do.
        if (!rule.IsSafe && !rule.IsGrammarOnly && _completed.StandIns.AreIn(node, _model))
        {
            return false;
        }

        if (_errors.Count == 0)
        {
            return true;
        }

        // Where the compiler does not know a type, a rule that reasons about types only guesses.
        var owner = node.Owner();
        return !_errors.Exists(error => (!rule.IsGrammarOnly && owner.Span.IntersectsWith(error)) || (node.Span.Contains(error) && HasSyntaxError(owner)));
    }

    private static bool IsPartOfType(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasSyntaxError(SyntaxNode node) =>
        node.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // The analyzers see that a field is passed by reference only where they know the method it is passed to.
    private bool IsPassedByReference(SyntaxNode node) =>
        node.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText is { } name && _passedByReference.Value.Contains(name);

    // What stands in a branch of #if that is not taken is invisible to the compiler.
    private bool IsConditional() =>
        _root.ContainsDirectives && _root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia));

    private HashSet<string> NamesPassedByReference() =>
    [
        .. _root.DescendantNodes().OfType<ArgumentSyntax>()
            .Where(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None))
            .Select(argument => argument.Expression.GetLastToken().ValueText),
    ];
}
