using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Assistant.Core.CSharp;

/// <summary>Finds the places where rules apply and may be trusted.</summary>
public sealed class RuleHits(StockFixes fixes, CompletedCode completed)
{
    /// <summary>The places by rule, in the order of the code. All analyzers share one walk over it.</summary>
    public async Task<IEnumerable<RuleShare>> FindAsync(
        IReadOnlyList<StockRule> rules, Document document, CompilerFindings findings, CancellationToken cancellationToken)
    {
        if (rules.Count == 0)
        {
            return [];
        }

        var compilation = await document.Project.GetCompilationAsync(cancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation!.WithAnalyzers(fixes.AnalyzersFor(rules), options).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var trust = new RuleTrust(root!, findings, completed, new Lazy<SemanticModel>(() => compilation!.GetSemanticModel(root!.SyntaxTree)));
        var byId = found
            .Where(hit => !hit.IsSuppressed && hit.Location.SourceTree == root!.SyntaxTree)
            .OrderBy(hit => hit.Location.SourceSpan.Start)
            .ToLookup(hit => hit.Id);
        return rules.Select(rule => new RuleShare(rule, WithoutEchoes([.. byId[rule.DiagnosticId].Where(hit => trust.Allows(rule, hit))])));
    }

    // An analyzer reports a place a second time to have the superfluous part of it drawn faded; rules that only find superfluous code report nothing else.
    private static ImmutableArray<Diagnostic> WithoutEchoes(ImmutableArray<Diagnostic> hits) =>
        hits.All(IsFading) ? hits : hits.RemoveAll(IsFading);

    private static bool IsFading(Diagnostic hit) => hit.Properties.ContainsKey(WellKnownDiagnosticTags.Unnecessary);
}
