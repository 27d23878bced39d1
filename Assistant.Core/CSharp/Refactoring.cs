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

    // Lines times rules that are worked out before the outcome is checked: a check costs little, and what is checked is not lost when time runs out.
    private const int LinesAtOnce = 8_000;
    private const int MostRulesAtOnce = 8;
    private const int FewestRulesAtOnce = 2;

    private readonly PastedCode _code;
    private readonly RuleFilter _filter;
    private readonly IReadOnlyList<StockRule> _rules;
    private readonly RuleHits _hits;
    private readonly RuleFix _fix;
    private readonly StepCheck _check;
    private readonly RefusedHits _refused = new();
    private readonly int _errorCount;
    private readonly int _rulesAtOnce;
    private volatile RefactoredCode _soFar;
    private RefactoringStep _last;

    private Refactoring(PastedCode code, StockFixes fixes, RuleFilter filter, CompletedCode completed, RefactoringStep first)
    {
        _code = code;
        _filter = filter;
        _rules = filter.Rules();
        _hits = new RuleHits(fixes, completed);
        _fix = new RuleFix(fixes);
        _check = new StepCheck(code, first.Findings);
        _errorCount = completed.ErrorCount;
        _rulesAtOnce = Math.Clamp(LinesAtOnce / code.Tree.GetText().Lines.Count, FewestRulesAtOnce, MostRulesAtOnce);
        _last = first;
        _soFar = new RefactoredCode(code.Text, [], _errorCount, IsFinished: false);
    }

    /// <summary>Everything that has been verified up to now.</summary>
    public RefactoredCode SoFar => _soFar;

    public static Refactoring Start(PastedCode code, CompletedCode completed, StockFixes fixes, RuleFilter filter)
    {
        var (document, findings) = completed.Code;
        var lines = LineMap.For(code.Tree.GetText());
        return new Refactoring(code, fixes, filter, completed, new RefactoringStep(document, code.Text, findings, lines, []));
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var found = await FindAsync(cancellationToken);
            Show([.. found.Select(share => share.Rule.Id)], isFinished: found.Count == 0);
            if (found.Count == 0)
            {
                return;
            }

            await RunRoundAsync(found, cancellationToken);
        }
    }

    private async Task RunRoundAsync(List<RuleShare> found, CancellationToken cancellationToken)
    {
        var round = new RefactoringRound(_last, _check, _fix, _refused);
        var left = found.Select(share => share.Rule.Id).ToImmutableArray();
        foreach (var shares in RuleShare.Of(found).Chunk(_rulesAtOnce))
        {
            await round.FixAsync(shares, cancellationToken);
            _last = round.Last;
            left = left.RemoveRange(shares.Select(share => share.Rule.Id));
            Show(left, isFinished: false);
        }
    }

    private async Task<List<RuleShare>> FindAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(_rules.Where(rule => !rule.ComesLast), cancellationToken);
        return found.Count > 0 ? found : await FindAsync(_rules.Where(rule => rule.ComesLast), cancellationToken);
    }

    private async Task<List<RuleShare>> FindAsync(IEnumerable<StockRule> rules, CancellationToken cancellationToken)
    {
        var root = await _last.Document.GetSyntaxRootAsync(cancellationToken);
        var found = await _hits.FindAsync([.. rules], _last.Document, _last.Findings, cancellationToken);
        return [.. found.Select(share => share with { Hits = WhereWanted(share, root!) }).Where(share => share.Hits.Length > 0)];
    }

    private ImmutableArray<Diagnostic> WhereWanted(RuleShare share, SyntaxNode root)
    {
        var lines = _filter.Rejected.Where(rejected => rejected.Id == share.Rule.Id).Select(rejected => rejected.Line).ToHashSet();
        return [.. share.Hits
            .GroupBy(RuleEdit.PlacesOf)
            .Where(parts => !parts.Any(hit => lines.Contains(_check.LineOf(hit, _last))))
            .SelectMany(parts => parts)
            .Where(hit => !_refused.Contains(share.Rule, hit, root))];
    }

    private void Show(ImmutableArray<string> left, bool isFinished)
    {
        var changes = _last.Changes.OrderBy(change => change.Line).ToImmutableArray();
        _soFar = new RefactoredCode(changes.Length == 0 ? _code.Text : _last.Text, changes, _errorCount, isFinished) { Left = left };
    }
}
