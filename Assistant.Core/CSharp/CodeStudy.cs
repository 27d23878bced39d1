namespace Assistant.Core.CSharp;

/// <summary>One piece of pasted code, read. All that is asked of it shares one <see cref="CSharpEngine.Budget"/>.</summary>
public sealed class CodeStudy(PastedCode code, CodeProject project, StockFixes fixes, TimeBudget budget) : IDisposable
{
    private OpenedCode? _opened;
    private CodeModel? _model;

    /// <summary>Whether the code is C# at all, as far as its grammar shows.</summary>
    public bool IsCSharp { get; } = LanguageGuess.IsCSharp(code);

    /// <summary>What the code is. Like every question here, throws <see cref="UnreadableCodeException"/> when time runs out.</summary>
    public Task<CodeDescription> DescribeAsync(CancellationToken cancellationToken) =>
        LookAsync((model, stop) => Task.FromResult(new CodeReader(model).Describe(stop)), cancellationToken);

    /// <summary>What may go wrong when the code runs.</summary>
    public Task<CodeHazards> FindHazardsAsync(CancellationToken cancellationToken) =>
        LookAsync((model, stop) => Task.FromResult(CodeHazards.Of(model, stop)), cancellationToken);

    /// <summary>What the code could do without.</summary>
    public Task<UnusedCode> FindUnusedAsync(CancellationToken cancellationToken) =>
        LookAsync((model, stop) => Task.FromResult(UnusedCode.Of(model, new DeclaredNames(model, stop), stop)), cancellationToken);

    /// <summary>What is called <paramref name="name"/>, as near as a person remembers it (<see cref="DeclaredNames.Find"/>).</summary>
    public Task<NameReport> LookUpAsync(string name, CancellationToken cancellationToken) =>
        LookAsync((model, stop) => Task.FromResult(NameReport.Of(model, new DeclaredNames(model, stop), name, stop)), cancellationToken);

    /// <summary>The code in which what was called <paramref name="name"/> is called <paramref name="newName"/>.</summary>
    public Task<RenameResult> RenameAsync(string name, string newName, CancellationToken cancellationToken) =>
        LookAsync((model, stop) => new Renaming(model, new DeclaredNames(model, stop)).RunAsync(name, newName, stop), cancellationToken);

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

    private Task<T> LookAsync<T>(Func<CodeModel, CancellationToken, Task<T>> look, CancellationToken cancellationToken) => budget.RunAsync(
        async stop => await look(_model ??= await CodeModel.OfAsync(code, await OpenAsync(stop), stop), stop),
        () => throw CSharpEngine.TooLate(),
        cancellationToken);

    private async Task<OpenedCode> OpenAsync(CancellationToken cancellationToken) =>
        _opened ??= await project.OpenAsync(code, cancellationToken);
}
