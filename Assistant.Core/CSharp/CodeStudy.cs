namespace Assistant.Core.CSharp;

/// <summary>One piece of pasted code, read. All that is asked of it shares one <see cref="CSharpEngine.Budget"/>.</summary>
public sealed class CodeStudy(PastedCode code, CodeProject project, StockFixes fixes, TimeBudget budget) : IDisposable
{
    private OpenedCode? _opened;

    /// <summary>Whether the code is C# at all, as far as its grammar shows.</summary>
    public bool IsCSharp { get; } = LanguageGuess.IsCSharp(code);

    /// <summary>What the code is. Throws <see cref="UnreadableCodeException"/> when time runs out.</summary>
    public Task<CodeDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        return budget.RunAsync(RunAsync, () => throw CSharpEngine.TooLate(), cancellationToken);

        async Task<CodeDescription> RunAsync(CancellationToken stop) =>
            new CodeReader(code, (await OpenAsync(stop)).Findings).Describe();
    }

    /// <summary>
    /// The code with the stock fixes applied, as far as time allows. It never has a compiler error that the pasted code did not have.
    /// </summary>
    public Task<RefactoredCode> RefactorAsync(RuleFilter filter, CancellationToken cancellationToken)
    {
        Refactoring? refactoring = null;
        return budget.RunAsync(RunAsync, () => refactoring?.SoFar ?? new RefactoredCode(code.Text, [], 0, IsFinished: false), cancellationToken);

        async Task<RefactoredCode> RunAsync(CancellationToken stop)
        {
            var completed = await CodeProject.CompleteAsync(await OpenAsync(stop), withStandIns: !filter.SafeOnly, stop);
            refactoring = Refactoring.Start(code, completed, fixes, filter);
            await refactoring.RunAsync(stop);
            return refactoring.SoFar;
        }
    }

    public void Dispose() => budget.Dispose();

    private async Task<OpenedCode> OpenAsync(CancellationToken cancellationToken) =>
        _opened ??= await project.OpenAsync(code, cancellationToken);
}
