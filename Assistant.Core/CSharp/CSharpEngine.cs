namespace Assistant.Core.CSharp;

/// <summary>
/// Reads, describes and refactors pasted C# with the compiler and its stock fixes. Every call ends within <see cref="Budget"/> once the
/// engine is warm, whatever the code. Throws <see cref="UnreadableCodeException"/> for code that nobody wrote.
/// </summary>
public sealed class CSharpEngine : IDisposable
{
    private const string Sample = """
        using System.Collections.Generic;

        class Sample
        {
            private List<string> _names = new List<string>();

            public string? First(object name)
            {
                var text = name as string;
                if (text != null)
                    _names.Add(text);
                return _names.Count == 0 ? null : _names[0];
            }
        }
        """;

    private readonly TimeProvider _time;
    private readonly Lazy<StockFixes> _fixes = new(StockFixes.Load);
    private readonly Lazy<CodeProject> _project = new(() => new CodeProject());
    private readonly Lazy<Task> _warm;

    public CSharpEngine(TimeProvider time)
    {
        _time = time;
        _warm = new Lazy<Task>(() => Task.Run(RunSampleAsync));
    }

    /// <summary>
    /// Time for one call. A person waits gladly for a 300-line file (about 2 s), and should not wait longer for help that a pause would
    /// not make better: what is verified by then is returned.
    /// </summary>
    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Loads the analyzers and has the compiler compiled, which takes some seconds once. Others wait for the same run.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) => _warm.Value.WaitAsync(cancellationToken);

    /// <summary>Whether <paramref name="code"/> is C#, as far as its grammar shows.</summary>
    public Task<bool> IsCSharpAsync(string code, CancellationToken cancellationToken) =>
        WithinBudgetAsync(async stop => LanguageGuess.IsCSharp(await ReadAsync(code, stop)), () => throw OutOfTime(), cancellationToken);

    /// <summary>Applies the stock fixes. Never returns code with a compiler error that <paramref name="code"/> did not have.</summary>
    public Task<RefactoredCode> RefactorAsync(string code, CancellationToken cancellationToken)
    {
        Refactoring? refactoring = null;
        return WithinBudgetAsync(RunAsync, () => refactoring?.SoFar ?? new RefactoredCode(code, [], 0, IsFinished: false), cancellationToken);

        async Task<RefactoredCode> RunAsync(CancellationToken stop)
        {
            var pasted = await ReadAsync(code, stop);
            var document = await _project.Value.OpenAsync(pasted, stop);
            refactoring = await Refactoring.StartAsync(pasted, document, _fixes.Value, stop);
            await refactoring.RunAsync(stop);
            return refactoring.SoFar;
        }
    }

    /// <summary>Describes <paramref name="code"/>.</summary>
    public Task<CodeDescription> DescribeAsync(string code, CancellationToken cancellationToken)
    {
        return WithinBudgetAsync(RunAsync, () => throw OutOfTime(), cancellationToken);

        async Task<CodeDescription> RunAsync(CancellationToken stop)
        {
            var pasted = await ReadAsync(code, stop);
            var document = await _project.Value.OpenAsync(pasted, stop);
            return new CodeReader(pasted, await CompilerFindings.OfAsync(document, stop)).Describe();
        }
    }

    public void Dispose()
    {
        if (_project.IsValueCreated)
        {
            _project.Value.Dispose();
        }
    }

    private static async Task<PastedCode> ReadAsync(string code, CancellationToken cancellationToken)
    {
        ReadingLimits.CheckText(code);
        return await DeepStack.RunAsync(Read);

        PastedCode Read()
        {
            var pasted = PastedCode.Read(code, cancellationToken);
            ReadingLimits.CheckTree(pasted.Root, cancellationToken);
            return pasted;
        }
    }

    private static UnreadableCodeException OutOfTime() =>
        new($"The built-in engine gave up on this after {Budget.TotalSeconds:0} seconds: paste a smaller part of it.");

    private async Task<T> WithinBudgetAsync<T>(Func<CancellationToken, Task<T>> work, Func<T> whenOutOfTime, CancellationToken cancellationToken)
    {
        await WarmUpAsync(cancellationToken);
        using var budget = new CancellationTokenSource(Budget, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        try
        {
            // Not every part of the compiler looks at the token at once, so the caller stops waiting by itself.
            return await Task.Run(() => work(stop.Token), stop.Token).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return whenOutOfTime();
        }
    }

    private async Task RunSampleAsync()
    {
        var pasted = await ReadAsync(Sample, CancellationToken.None);
        var document = await _project.Value.OpenAsync(pasted, CancellationToken.None);
        var refactoring = await Refactoring.StartAsync(pasted, document, _fixes.Value, CancellationToken.None);
        await refactoring.RunAsync(CancellationToken.None);
    }
}
