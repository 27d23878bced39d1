using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Assistant.Core.CSharp;

/// <summary>Applies the stock fix of one rule to a document.</summary>
public sealed class RuleFix(StockFixes fixes)
{
    /// <summary>The document with all <paramref name="hits"/> fixed at once; nothing when the fixer offers no such thing.</summary>
    public Task<Document?> FixAllAsync(Document document, StockRule rule, IReadOnlyList<Diagnostic> hits, CancellationToken cancellationToken) =>
        TryAsync(() => ApplyAllAsync(document, rule, hits, cancellationToken));

    /// <summary>The document with one hit fixed; nothing when no fixer offers that.</summary>
    public Task<Document?> FixOneAsync(Document document, StockRule rule, Diagnostic hit, CancellationToken cancellationToken) =>
        TryAsync(() => ApplyOneAsync(document, rule, hit, cancellationToken));

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
