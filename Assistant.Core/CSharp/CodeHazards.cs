using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What may go wrong in a piece of code when it runs, in the order of the code.</summary>
/// <param name="Async">With tasks: lost, blocked on, or failing where nobody sees it.</param>
/// <param name="Disposal">What holds a resource and does not let it go.</param>
/// <param name="Nulls">Where the compiler's flow analysis finds a null.</param>
/// <param name="UsesAsync">There is any asynchronous code.</param>
/// <param name="CreatesDisposables">There is anything to dispose.</param>
public sealed record CodeHazards(
    ImmutableArray<CodeHazard> Async, ImmutableArray<CodeHazard> Disposal, ImmutableArray<CodeHazard> Nulls, bool UsesAsync, bool CreatesDisposables)
{
    public static CodeHazards Of(CodeModel model, CancellationToken cancellationToken)
    {
        var tasks = new AsyncHazards(model, cancellationToken);
        var disposal = new DisposalHazards(model, cancellationToken);
        return new CodeHazards(
            InOrder(tasks.Find()), InOrder(disposal.Find()), InOrder(NullHazards.Find(model, cancellationToken)), tasks.UsesAsync(), disposal.Creates());
    }

    private static ImmutableArray<CodeHazard> InOrder(IEnumerable<CodeHazard> hazards) => [.. hazards.Distinct().OrderBy(hazard => hazard.Line)];
}
