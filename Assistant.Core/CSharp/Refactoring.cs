using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>
/// One run over one piece of code: applies rule after rule, keeps only steps that are proven harmless, and starts over until no rule has
/// anything left to do. What is verified so far can be read at any time.
/// </summary>
public sealed class Refactoring
{
    // A rule may make work for an earlier one; on real code two or three rounds settle it.
    private const int MaxRounds = 6;

    // Fixing one by one costs an analysis each, and is only the second way when fixing all at once was refused.
    private const int MaxSingleFixes = 12;

    private readonly PastedCode _code;
    private readonly RuleHits _hits;
    private readonly RuleFix _fix;
    private readonly CompilerFindings _before;
    private readonly HashSet<string> _seen;
    private volatile Step _last;

    private Refactoring(PastedCode code, StockFixes fixes, Step first)
    {
        _code = code;
        _hits = new RuleHits(fixes);
        _fix = new RuleFix(fixes);
        _before = first.Findings;
        _seen = [first.Text];
        _last = first;
    }

    /// <summary>Everything that has been verified up to now.</summary>
    public RefactoredCode SoFar
    {
        get
        {
            var last = _last;
            var changes = last.Changes.OrderBy(change => change.Line).ToImmutableArray();
            return new RefactoredCode(changes.Length == 0 ? _code.Text : last.Text, changes, _before.ErrorCount, last.IsFinal);
        }
    }

    public static async Task<Refactoring> StartAsync(PastedCode code, Document document, StockFixes fixes, CancellationToken cancellationToken)
    {
        var findings = await CompilerFindings.OfAsync(document, cancellationToken);
        var lines = LineMap.For(await document.GetTextAsync(cancellationToken));
        return new Refactoring(code, fixes, new Step(document, code.Text, findings, lines, []));
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = _last;
            await RunRoundAsync(cancellationToken);
            if (ReferenceEquals(before, _last))
            {
                _last = _last with { IsFinal = true };
                return;
            }
        }
    }

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var first = _last;
        var found = await FindAsync(StockRules.All, cancellationToken);
        foreach (var rule in StockRules.All.Where(rule => found.Contains(rule.Id)))
        {
            // The first finding is about the code as it was; once something has changed, the rule looks again.
            var hits = ReferenceEquals(first, _last) ? found[rule.Id] : (await FindAsync([rule], cancellationToken))[rule.Id];
            await ApplyAsync(rule, [.. hits], cancellationToken);
        }
    }

    private Task<ILookup<string, Diagnostic>> FindAsync(IReadOnlyList<StockRule> rules, CancellationToken cancellationToken) =>
        _hits.FindAsync(_last.Document, _last.Findings, rules, cancellationToken);

    private async Task ApplyAsync(StockRule rule, ImmutableArray<Diagnostic> hits, CancellationToken cancellationToken)
    {
        if (hits.Length > 1 && await KeepAsync(rule, hits, await _fix.FixAllAsync(_last.Document, rule, hits, cancellationToken), cancellationToken))
        {
            return;
        }

        // From the end of the code, so that a refused place does not block those before it.
        var refused = 0;
        for (var attempt = 0; attempt < MaxSingleFixes && refused < hits.Length; attempt++)
        {
            var hit = hits[^(refused + 1)];
            if (!await KeepAsync(rule, [hit], await _fix.FixOneAsync(_last.Document, rule, hit, cancellationToken), cancellationToken))
            {
                refused++;
            }
            else if (hits.Length > 1)
            {
                hits = [.. (await FindAsync([rule], cancellationToken))[rule.Id]];
            }
            else
            {
                return;
            }
        }
    }

    private async Task<bool> KeepAsync(StockRule rule, ImmutableArray<Diagnostic> hits, Document? changed, CancellationToken cancellationToken)
    {
        if (changed is null)
        {
            return false;
        }

        // A fixer may hand back nodes that print alike but would parse differently: the text is the truth.
        var reread = changed.WithText(await changed.GetTextAsync(cancellationToken));
        var root = await reread.GetSyntaxRootAsync(cancellationToken);
        var text = _code.Unwrap(root!);
        if (text is null || !_seen.Add(text))
        {
            return false;
        }

        var findings = await CompilerFindings.OfAsync(reread, cancellationToken);
        if (findings.AreWorseThan(_before))
        {
            return false;
        }

        var textBefore = await _last.Document.GetTextAsync(cancellationToken);
        var textAfter = await reread.GetTextAsync(cancellationToken);
        var lines = _last.Lines.After(textBefore, textAfter, await reread.GetTextChangesAsync(_last.Document, cancellationToken));
        _last = new Step(reread, text, findings, lines, _last.Changes.AddRange(Describe(rule, hits)));
        return true;
    }

    private IEnumerable<CodeChange> Describe(StockRule rule, ImmutableArray<Diagnostic> hits)
    {
        var already = _last.Changes.Where(change => change.Id == rule.Id).Select(change => change.Line).ToHashSet();
        return hits
            .DistinctBy(PlacesOf)
            .Select(hit => _code.LineOf(_last.Lines.OriginOf(hit.Location.GetLineSpan().StartLinePosition.Line)))
            .Distinct()
            .Where(line => rule.IsOneChange ? already.Count == 0 : !already.Contains(line))
            .Take(rule.IsOneChange ? 1 : int.MaxValue)
            .Select(line => new CodeChange(rule.Id, line, rule.Sentence));
    }

    // What one fix changes together, an analyzer may report at each of its parts, naming all of them every time.
    private static string PlacesOf(Diagnostic hit) => string.Join(
        ' ', (hit.AdditionalLocations.Count > 1 ? hit.AdditionalLocations : [hit.Location]).Select(location => location.SourceSpan));

    private sealed record Step(Document Document, string Text, CompilerFindings Findings, LineMap Lines, ImmutableArray<CodeChange> Changes)
    {
        public bool IsFinal { get; init; }
    }
}
