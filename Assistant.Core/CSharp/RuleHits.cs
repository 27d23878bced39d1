using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Assistant.Core.CSharp;

/// <summary>Finds the places where rules apply and may be trusted.</summary>
public sealed class RuleHits(StockFixes fixes, IReadOnlyList<StockRule> rules, CompletedCode completed)
{
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = fixes.AnalyzersFor(rules);

    /// <summary>The places by rule, in the order of the code. All analyzers share one walk over it.</summary>
    public async Task<ILookup<StockRule, Diagnostic>> FindAsync(Document document, CompilerFindings findings, CancellationToken cancellationToken)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation!.WithAnalyzers(_analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var trust = new RuleTrust(root!, findings, completed, new Lazy<SemanticModel>(() => compilation!.GetSemanticModel(root!.SyntaxTree)));
        var byId = found
            .Where(hit => !hit.IsSuppressed && hit.Location.SourceTree == root!.SyntaxTree)
            .OrderBy(hit => hit.Location.SourceSpan.Start)
            .ToLookup(hit => hit.Id);
        return rules
            .SelectMany(rule => WithoutEchoes([.. byId[rule.DiagnosticId].Where(hit => trust.Allows(rule, hit))]).Select(hit => (Rule: rule, Hit: hit)))
            .ToLookup(pair => pair.Rule, pair => pair.Hit);
    }

    // An analyzer reports a place a second time to have the superfluous part of it drawn faded; rules that only find superfluous code report nothing else.
    private static IEnumerable<Diagnostic> WithoutEchoes(List<Diagnostic> hits) =>
        hits.TrueForAll(IsFading) ? hits : hits.Where(hit => !IsFading(hit));

    private static bool IsFading(Diagnostic hit) => hit.Properties.ContainsKey(WellKnownDiagnosticTags.Unnecessary);
}
