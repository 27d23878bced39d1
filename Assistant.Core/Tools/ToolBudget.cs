namespace Assistant.Core.Tools;

/// <summary>What is left of the model calls and the time of one run, over all its rounds.</summary>
public sealed class ToolBudget : IDisposable
{
    private readonly CancellationTokenSource _time;

    public ToolBudget(TimeProvider time) => _time = new CancellationTokenSource(ToolLimits.Time, time);

    /// <summary>Model calls made so far.</summary>
    public int Made { get; private set; }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken TimeIsOver => _time.Token;

    /// <summary>Why no further call may be made; none when one may. The reserve is for mending what the tests found.</summary>
    public string? Spent(bool mayUseReserve) =>
        _time.IsCancellationRequested ? $"the limit of {ToolLimits.Time.TotalMinutes:0} minutes was reached"
        : Made >= ToolLimits.ModelCalls - (mayUseReserve ? 0 : ToolLimits.ReservedCalls) ? $"the limit of {ToolLimits.ModelCalls} model calls was reached"
        : null;

    public void Count() => Made++;

    public void Dispose() => _time.Dispose();
}
