using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>What may go wrong in a piece of code when it runs, in the order of the code.</summary>
/// <param name="Async">With tasks: lost, blocked on, or failing where nobody sees it.</param>
/// <param name="Disposal">What holds a resource and does not let it go.</param>
/// <param name="Nulls">Where the compiler's flow analysis finds a null.</param>
/// <param name="UsesAsync">There is any asynchronous code.</param>
/// <param name="CreatesDisposables">There is anything to dispose.</param>
/// <param name="AsksForNulls">The code says what may be null, as code does that has the compiler check it.</param>
/// <param name="IsPartial">The compiler does not understand all of the code, so there may be more.</param>
public sealed record CodeHazards(
    ImmutableArray<CodeHazard> Async,
    ImmutableArray<CodeHazard> Disposal,
    ImmutableArray<CodeHazard> Nulls,
    bool UsesAsync,
    bool CreatesDisposables,
    bool AsksForNulls,
    bool IsPartial)
{
    public static CodeHazards Of(CodeModel model, CancellationToken cancellationToken)
    {
        var tasks = new AsyncHazards(model, cancellationToken);
        var disposal = new DisposalHazards(model, cancellationToken);
        var nulls = new NullHazards(model);
        return new CodeHazards(
            InOrder(tasks.Find()),
            InOrder(disposal.Find()),
            InOrder(nulls.Find(cancellationToken)),
            tasks.UsesAsync(),
            disposal.Creates(),
            nulls.AreAskedFor,
            model.Semantics.GetDiagnostics(cancellationToken: cancellationToken).Any(finding => finding.Severity == DiagnosticSeverity.Error));
    }

    private static ImmutableArray<CodeHazard> InOrder(IEnumerable<CodeHazard> hazards) => [.. hazards.Distinct().OrderBy(hazard => hazard.Line)];
}
