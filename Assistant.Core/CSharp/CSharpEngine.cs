using System.Globalization;

namespace Assistant.Core.CSharp;

/// <summary>
/// Reads pasted C#, to be described and refactored with the compiler and its stock fixes. Once the engine is warm, all that is done with
/// one piece of code ends within <see cref="Budget"/>. Throws <see cref="UnreadableCodeException"/> for code that nobody wrote.
/// </summary>
public sealed class CSharpEngine : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Lazy<StockFixes> _fixes = new(StockFixes.Load);
    private readonly Lazy<CodeProject> _project = new(() => new CodeProject());
    private readonly Lazy<Task> _ready;
    private readonly Lazy<Task> _warm;

    public CSharpEngine(TimeProvider time)
    {
        _time = time;
        _ready = new Lazy<Task>(() => Task.Run(() => RunAsync(WarmUpSample.Short)));
        _warm = new Lazy<Task>(WarmAsync);
    }

    /// <summary>
    /// Time for one piece of code. A person waits gladly for a 300-line file (about 1 s), and should not wait longer for help that a pause would
    /// not make better: what is verified by then is returned.
    /// </summary>
    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Loads the analyzers and has the compiler compiled, which takes some seconds once. Requests wait only for the first half of it.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) => _warm.Value.WaitAsync(cancellationToken);

    /// <summary>Reads <paramref name="code"/>, and starts the time that may be spent on it.</summary>
    public async Task<CodeStudy> ReadAsync(string code, CancellationToken cancellationToken)
    {
        await _ready.Value.WaitAsync(cancellationToken);
        ReadingLimits.CheckText(code);
        var budget = new TimeBudget(Budget, _time);
        try
        {
            var pasted = await budget.RunAsync(stop => DeepStack.RunAsync(() => Read(code, stop)), OutOfTime, cancellationToken);
            return new CodeStudy(pasted, _project.Value, _fixes.Value, budget);
        }
        catch
        {
            budget.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_project.IsValueCreated)
        {
            _project.Value.Dispose();
        }
    }

    internal static UnreadableCodeException TooLate() =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"The built-in engine gave up on this after {Budget.TotalSeconds:0} seconds: paste a smaller part of it."));

    private static PastedCode OutOfTime() => throw TooLate();

    private static PastedCode Read(string code, CancellationToken cancellationToken)
    {
        var pasted = PastedCode.Read(code, cancellationToken);
        ReadingLimits.CheckTree(pasted.Root, cancellationToken);
        return pasted;
    }

    private async Task WarmAsync()
    {
        await _ready.Value;
        await RunAsync(WarmUpSample.Long);
    }

    private async Task RunAsync(string sample)
    {
        var pasted = Read(sample, CancellationToken.None);
        var opened = await _project.Value.OpenAsync(pasted, CancellationToken.None);
        var completed = await CodeProject.CompleteAsync(opened, withStandIns: true, CancellationToken.None);
        var refactoring = Refactoring.Start(pasted, completed, _fixes.Value, RuleFilter.None);
        await refactoring.RunAsync(CancellationToken.None);
    }
}
