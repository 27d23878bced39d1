using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>"Working…" with the seconds it has taken, for as long as nothing has arrived.</summary>
public sealed partial class WorkingLine(TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly long _started = time.GetTimestamp();
    private ITimer? _timer;
    private string? _doing;

    /// <summary>What the wait is for, where there is more to say than that it is one.</summary>
    [Parameter] public string? Notice { get; set; }

    /// <summary>Asked once a second for what it is busy with.</summary>
    [Parameter] public Func<string?>? Doing { get; set; }

    private int Seconds => (int)time.GetElapsedTime(_started).TotalSeconds;

    protected override void OnInitialized() =>
        _timer = time.CreateTimer(_ => _ = InvokeAsync(Tick), null, Second, Second);

    public void Dispose() => _timer?.Dispose();

    private void Tick()
    {
        _doing = Doing?.Invoke();
        StateHasChanged();
    }
}
