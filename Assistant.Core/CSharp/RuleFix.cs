using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Assistant.Core.CSharp;

/// <summary>Works out what the stock fix of one rule does to a document.</summary>
public sealed class RuleFix(StockFixes fixes)
{
    /// <summary>The edits for <paramref name="hits"/>: one for all where the fixer offers that. A hit that is in none has no fix here.</summary>
    public async Task<ImmutableArray<RuleEdit>> FixAsync(
        Document document, StockRule rule, ImmutableArray<Diagnostic> hits, CancellationToken cancellationToken)
    {
        if (hits.Length > 1)
        {
            var all = await EditAsync(document, rule, hits, () => ApplyAllAsync(document, rule, hits, cancellationToken), cancellationToken);
            if (all is not null)
            {
                return [all];
            }
        }

        return await FixOneByOneAsync(document, rule, hits, cancellationToken);
    }

    /// <summary>An edit for each of <paramref name="hits"/> that has one.</summary>
    public async Task<ImmutableArray<RuleEdit>> FixOneByOneAsync(
        Document document, StockRule rule, ImmutableArray<Diagnostic> hits, CancellationToken cancellationToken)
    {
        var edits = ImmutableArray.CreateBuilder<RuleEdit>();
        foreach (var hit in hits)
        {
            if (await EditAsync(document, rule, [hit], () => ApplyOneAsync(document, rule, hit, cancellationToken), cancellationToken) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits.ToImmutable();
    }

    private static async Task<RuleEdit?> EditAsync(
        Document document, StockRule rule, ImmutableArray<Diagnostic> hits, Func<Task<Document?>> fix, CancellationToken cancellationToken)
    {
        if (await TryAsync(fix) is not { } changed)
        {
            return null;
        }

        var changes = await changed.GetTextChangesAsync(document, cancellationToken);
        return changes.Any() ? new RuleEdit(rule, hits, [.. changes]) : null;
    }

    private static async Task<Document?> TryAsync(Func<Task<Document?>> fix)
    {
        try
        {
            return await fix();
        }
#pragma warning disable CA1031 // A fixer is not ours. One that stumbles over this code has nothing to offer for it; the others have.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task<Document?> ApplyAllAsync(Document document, StockRule rule, IReadOnlyList<Diagnostic> hits, CancellationToken cancellationToken)
    {
        foreach (var fixer in fixes.FixersFor(rule))
        {
            var action = await OfferedAsync(document, fixer, hits[0], cancellationToken);
            if (action is null || fixer.GetFixAllProvider() is not { } all)
            {
                continue;
            }

            var context = new FixAllContext(
                document, fixer, FixAllScope.Document, action.EquivalenceKey ?? "", [rule.DiagnosticId], new KnownHits(hits), cancellationToken);
            return await ApplyAsync(document, await all.GetFixAsync(context), cancellationToken);
        }

        return null;
    }

    private async Task<Document?> ApplyOneAsync(Document document, StockRule rule, Diagnostic hit, CancellationToken cancellationToken)
    {
        foreach (var fixer in fixes.FixersFor(rule))
        {
            if (await OfferedAsync(document, fixer, hit, cancellationToken) is { } action)
            {
                return await ApplyAsync(document, action, cancellationToken);
            }
        }

        return null;
    }

    private static async Task<CodeAction?> OfferedAsync(Document document, CodeFixProvider fixer, Diagnostic hit, CancellationToken cancellationToken)
    {
        var offered = new List<CodeAction>();
        var context = new CodeFixContext(document, hit, (action, _) => offered.Add(action), cancellationToken);
        await fixer.RegisterCodeFixesAsync(context);
        return offered.Find(action => !MayChangeMeaning(action));
    }

    // Some fixers say so themselves: "Use pattern matching (may change code meaning)".
    private static bool MayChangeMeaning(CodeAction action) => action.Title.Contains("may change", StringComparison.OrdinalIgnoreCase);

    private static async Task<Document?> ApplyAsync(Document document, CodeAction? action, CancellationToken cancellationToken)
    {
        if (action is null)
        {
            return null;
        }

        var operations = await action.GetOperationsAsync(cancellationToken);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id);
    }

    private sealed class KnownHits(IReadOnlyList<Diagnostic> hits) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(hits);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(hits);
    }
}
