using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>Makes edits and proves the outcome harmless: no new error or warning of the compiler, and no text that was there before.</summary>
public sealed class StepCheck(PastedCode code, CompilerFindings before)
{
    private readonly HashSet<string> _seen = [code.Text];

    /// <summary>The next step; nothing when the edits together may not be made. They must not touch each other.</summary>
    public async Task<RefactoringStep?> TryAsync(RefactoringStep from, IReadOnlyCollection<RuleEdit> edits, CancellationToken cancellationToken)
    {
        var textBefore = await from.Document.GetTextAsync(cancellationToken);
        var changes = edits.SelectMany(edit => edit.Changes).OrderBy(change => change.Span.Start).ToList();

        // A fixer may hand back nodes that print alike but would parse differently: the text is the truth.
        var textAfter = textBefore.WithChanges(changes);
        var document = from.Document.WithText(textAfter);
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var text = code.Unwrap(root!);
        if (text is null || !_seen.Add(text))
        {
            return null;
        }

        var findings = await CompilerFindings.OfAsync(document, cancellationToken);
        if (findings.AreWorseThan(before))
        {
            return null;
        }

        var rootBefore = await from.Document.GetSyntaxRootAsync(cancellationToken);
        var described = edits.Aggregate(from.Changes, (list, edit) => list.AddRange(Describe(edit, list, from, rootBefore!)));
        return new RefactoringStep(document, text, findings, from.Lines.After(textBefore, textAfter, changes), described);
    }

    /// <summary>The line of the pasted code, from 1, that a place in <paramref name="step"/> comes from.</summary>
    public int LineOf(Diagnostic hit, RefactoringStep step) => code.LineOf(step.Lines.OriginOf(hit.Location.GetLineSpan().StartLinePosition.Line));

    private IEnumerable<CodeChange> Describe(RuleEdit edit, ImmutableArray<CodeChange> already, RefactoringStep from, SyntaxNode root)
    {
        var rule = edit.Rule;
        var known = already.Where(change => change.Id == rule.Id).Select(change => change.Line).ToHashSet();
        return edit.ChangedHits(root)
            .DistinctBy(RuleEdit.PlacesOf)
            .Select(hit => LineOf(hit, from))
            .Distinct()
            .Where(line => rule.IsOneChange ? known.Count == 0 : !known.Contains(line))
            .Take(rule.IsOneChange ? 1 : int.MaxValue)
            .Select(line => new CodeChange(rule.Id, line, rule.Sentence));
    }
}
