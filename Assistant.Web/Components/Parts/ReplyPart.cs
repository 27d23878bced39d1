using Assistant.Core.Replies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>
/// A part of a page that draws one reply while it arrives: one call to the browser a batch, and the next batch only after that call, but for
/// the last one, so that a slow browser gets fewer and larger ones, and a page that nobody can see gets one at the end. Leaving the page ends the looking, not
/// the reply. Give it the reply's id as its key.
/// </summary>
public abstract class ReplyPart(IJSRuntime js, string modulePath) : ComponentBase, IAsyncDisposable
{
    /// <summary>A browser that does not answer for so long has lost its connection, and with it what it was sent last.</summary>
    protected static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _leaving = new();
    private IJSObjectReference? _module;
    private bool _hasContent;

    [Parameter, EditorRequired] public required Reply Reply { get; set; }

    /// <summary>The reply's first content, its notices and its end are on their way to the browser.</summary>
    [Parameter] public EventCallback OnProgress { get; set; }

    /// <summary>The finished reply is on the screen, and this page knows since when the person waited for it.</summary>
    [Parameter] public EventCallback<ReplyCycle> OnShown { get; set; }

    /// <summary>The browser's side, which exports untilSeen; there from <see cref="BeginAsync"/> on.</summary>
    protected IJSObjectReference Module => _module!;

    /// <summary>Clears what is drawn, because everything follows from the start.</summary>
    protected abstract Task BeginAsync();

    /// <summary>False when nobody can see the page.</summary>
    protected abstract Task<bool> DrawAsync(ReplyBatch batch);

    /// <summary>Milliseconds from the press to the paint of the end; none where that is not known.</summary>
    protected abstract ValueTask<double?> CycleAsync();

    /// <summary>What is inside belongs to the browser's side.</summary>
    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var leaving = _leaving.Token;
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", leaving, modulePath);
            while (!await IsDrawnAsync(leaving))
            {
                // From the start again.
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // Somebody else may still be looking at the reply.
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            if (_module is not null)
            {
                await LeaveAsync();
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and everything with it.
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the browser's side holds besides its module.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>False when the browser was lost on the way.</summary>
    private async Task<bool> IsDrawnAsync(CancellationToken leaving)
    {
        try
        {
            await BeginAsync();
            var drawing = Task.FromResult(true);
            await foreach (var batch in Reply.WatchAsync(0, leaving))
            {
                // Both are on their way before the browser answers to either; what is drawn arrives first.
                var before = drawing;
                drawing = DrawAsync(batch);
                await ReportAsync(batch);
                await before;

                // The end does not wait for the browser to have drawn what came before it.
                await Task.WhenAny(drawing, Reply.Ended);
                if (drawing.IsCompleted && !await drawing)
                {
                    await SeenOrEndedAsync(leaving);
                }
            }

            await drawing;
            await MeasureAsync(leaving);
            return true;
        }
        catch (TaskCanceledException) when (!leaving.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Asks again and again, because a question is lost with the connection it was asked over.</summary>
    private async Task SeenOrEndedAsync(CancellationToken leaving)
    {
        while (!Reply.Ended.IsCompleted)
        {
            var seen = Module.InvokeVoidAsync("untilSeen", LostAfter).AsTask();
            await Task.WhenAny(seen, Reply.Ended).WaitAsync(leaving);
            if (seen.IsCompleted && !seen.IsCanceled)
            {
                await seen;
                return;
            }
        }
    }

    /// <summary>One that failed or was stopped did not take as long as it takes.</summary>
    private async Task MeasureAsync(CancellationToken leaving)
    {
        leaving.ThrowIfCancellationRequested();
        if (Reply.State == ReplyState.Done && await CycleAsync() is { } cycle)
        {
            await OnShown.InvokeAsync(new ReplyCycle(Reply, TimeSpan.FromMilliseconds(cycle)));
        }
    }

    private async Task ReportAsync(ReplyBatch batch)
    {
        var isFirst = !_hasContent && (batch.Text.Length > 0 || batch.Code.Length > 0);
        _hasContent |= isFirst;
        if (isFirst || batch.EndsReply || batch.Events.Any(happened => happened is ReplyEvent.Notice))
        {
            await OnProgress.InvokeAsync();
        }
    }
}
