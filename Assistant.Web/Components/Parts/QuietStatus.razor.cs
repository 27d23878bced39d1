using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>The one status of the page, for screen readers. It changes at most once a second, and then to what is true by then.</summary>
public sealed partial class QuietStatus(TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

    private string _said = "";
    private long? _saidAt;
    private ITimer? _timer;

    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void OnParametersSet()
    {
        if (Text == _said || _timer is not null)
        {
            return;
        }

        var rest = _saidAt is { } saidAt ? LeastTime - time.GetElapsedTime(saidAt) : TimeSpan.Zero;
        if (rest <= TimeSpan.Zero)
        {
            Say();
        }
        else
        {
            _timer = time.CreateTimer(_ => _ = InvokeAsync(SayLate), null, rest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void SayLate()
    {
        _timer?.Dispose();
        _timer = null;
        Say();
        StateHasChanged();
    }

    private void Say() => (_said, _saidAt) = (Text, time.GetTimestamp());
}
