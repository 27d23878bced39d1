using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>Finds the places where a rule applies and may be trusted.</summary>
public sealed class RuleHits(StockFixes fixes)
{
    /// <summary>The places by rule id, in the order of the code.</summary>
    public async Task<ILookup<string, Diagnostic>> FindAsync(
        Document document, CompilerFindings findings, IReadOnlyList<StockRule> rules, CancellationToken cancellationToken)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var analyzers = fixes.AnalyzersFor(rules);
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation!.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var errors = findings.Errors.Select(error => error.Location.SourceSpan).ToList();
        return found
            .Where(hit => !hit.IsSuppressed && hit.Location.SourceTree == root!.SyntaxTree)
            .OrderBy(hit => hit.Location.SourceSpan.Start)
            .SelectMany(hit => rules.Where(rule => rule.DiagnosticId == hit.Id && IsTrusted(rule, hit, root!, errors)).Select(rule => (rule.Id, hit)))
            .GroupBy(pair => pair.Id, pair => pair.hit)
            .SelectMany(hits => WithoutEchoes([.. hits]).Select(hit => (hits.Key, hit)))
            .ToLookup(pair => pair.Key, pair => pair.hit);
    }

    // An analyzer reports a place a second time to have the superfluous part of it drawn faded; rules that only find superfluous code report nothing else.
    private static IEnumerable<Diagnostic> WithoutEchoes(List<Diagnostic> hits) =>
        hits.TrueForAll(IsFading) ? hits : hits.Where(hit => !IsFading(hit));

    private static bool IsFading(Diagnostic hit) => hit.Properties.ContainsKey(WellKnownDiagnosticTags.Unnecessary);

    private static bool IsTrusted(StockRule rule, Diagnostic hit, SyntaxNode root, List<TextSpan> errors)
    {
        var node = root.FindNode(hit.Location.SourceSpan);
        if (rule.NeedsEveryName)
        {
            return errors.Count == 0 && !IsConditional(root);
        }

        if (rule.NeedsWholeType && (IsPartOfType(node) || IsPassedByReferenceSomewhere(node) || IsConditional(root)))
        {
            return false;
        }

        // Where the compiler does not know a type, a rule that reasons about types only guesses.
        var owner = OwnerOf(node);
        return !errors.Exists(error => (!rule.IsGrammarOnly && owner.Span.IntersectsWith(error)) || node.Span.Contains(error) && HasSyntaxError(owner));
    }

    // What stands in a branch of #if that is not taken is invisible to the compiler.
    private static bool IsConditional(SyntaxNode root) =>
        root.ContainsDirectives && root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia));

    private static SyntaxNode OwnerOf(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is (StatementSyntax and not BlockSyntax) or MemberDeclarationSyntax) ?? node;

    private static bool IsPartOfType(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    // The analyzers see that a field is passed by reference only where they know the method it is passed to.
    private static bool IsPassedByReferenceSomewhere(SyntaxNode node)
    {
        var name = node.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText;
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return name is not null && type is not null && type.DescendantNodes().OfType<ArgumentSyntax>()
            .Any(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Expression.GetLastToken().ValueText == name);
    }

    private static bool HasSyntaxError(SyntaxNode node) =>
        node.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
