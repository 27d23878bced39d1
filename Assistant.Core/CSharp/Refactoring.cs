using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>
/// One run over one piece of code, in rounds: all rules look at it together, the fixes that do not touch each other are made together, and
/// the outcome is kept only where it is proven harmless. It ends when no rule has anything left to do. What is verified so far can be
/// read at any time.
/// </summary>
public sealed class Refactoring
{
    // A fix may make work for another rule; on real code four or five rounds settle it.
    private const int MaxRounds = 12;

    // So many rules are worked out before their outcome is checked: a check costs little, and what is checked is not lost when time runs out.
    private const int RulesAtOnce = 8;

    private readonly PastedCode _code;
    private readonly RuleFilter _filter;
    private readonly IReadOnlyList<StockRule> _rules;
    private readonly RuleHits _hits;
    private readonly RuleFix _fix;
    private readonly StepCheck _check;
    private readonly RefusedHits _refused = new();
    private readonly int _errorCount;
    private volatile RefactoredCode _soFar;
    private RefactoringStep _last;

    private Refactoring(PastedCode code, StockFixes fixes, RuleFilter filter, CompletedCode completed, RefactoringStep first)
    {
        _code = code;
        _filter = filter;
        _rules = filter.Rules();
        _hits = new RuleHits(fixes, _rules, completed);
        _fix = new RuleFix(fixes);
        _check = new StepCheck(code, first.Findings);
        _errorCount = completed.ErrorCount;
        _last = first;
        _soFar = new RefactoredCode(code.Text, [], _errorCount, IsFinished: false);
    }

    /// <summary>Everything that has been verified up to now.</summary>
    public RefactoredCode SoFar => _soFar;

    public static async Task<Refactoring> StartAsync(
        PastedCode code, CompletedCode completed, StockFixes fixes, RuleFilter filter, CancellationToken cancellationToken)
    {
        var document = completed.Document;
        var findings = await CompilerFindings.OfAsync(document, cancellationToken);
        var lines = LineMap.For(await document.GetTextAsync(cancellationToken));
        return new Refactoring(code, fixes, filter, completed, new RefactoringStep(document, code.Text, findings, lines, []));
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var hits = await FindAsync(cancellationToken);
            Show([.. hits.Select(found => found.Key.Id)], isFinished: hits.Count == 0);
            if (hits.Count == 0)
            {
                return;
            }

            await RunRoundAsync(hits, cancellationToken);
        }
    }

    private async Task RunRoundAsync(ILookup<StockRule, Diagnostic> hits, CancellationToken cancellationToken)
    {
        var round = new RefactoringRound(_last, _check, _fix, _refused);
        var left = hits.Select(found => found.Key.Id).ToImmutableArray();
        foreach (var shares in RuleShares.Of(_rules, hits).Chunk(RulesAtOnce))
        {
            await round.FixAsync(shares, cancellationToken);
            _last = round.Last;
            left = left.RemoveRange(shares.Select(share => share.Rule.Id));
            Show(left, isFinished: false);
        }
    }

    private async Task<ILookup<StockRule, Diagnostic>> FindAsync(CancellationToken cancellationToken)
    {
        var root = await _last.Document.GetSyntaxRootAsync(cancellationToken);
        var found = await _hits.FindAsync(_last.Document, _last.Findings, cancellationToken);
        return found
            .SelectMany(hits => WithoutRejected(hits).Where(hit => !_refused.Contains(hits.Key, hit, root!)).Select(hit => (Rule: hits.Key, Hit: hit)))
            .ToLookup(pair => pair.Rule, pair => pair.Hit);
    }

    private IEnumerable<Diagnostic> WithoutRejected(IGrouping<StockRule, Diagnostic> hits)
    {
        var lines = _filter.Rejected.Where(rejected => rejected.Id == hits.Key.Id).Select(rejected => rejected.Line).ToHashSet();
        return lines.Count == 0 ? hits : hits.GroupBy(RuleEdit.PlacesOf).Where(parts => !parts.Any(hit => lines.Contains(_check.LineOf(hit, _last)))).SelectMany(parts => parts);
    }

    private void Show(ImmutableArray<string> left, bool isFinished)
    {
        var changes = _last.Changes.OrderBy(change => change.Line).ToImmutableArray();
        _soFar = new RefactoredCode(changes.Length == 0 ? _code.Text : _last.Text, changes, _errorCount, isFinished) { Left = left };
    }
}
