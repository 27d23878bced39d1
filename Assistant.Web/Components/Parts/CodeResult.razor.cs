using Assistant.Core.Replies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>Refactored code: it grows in a read-only editor while it arrives, and becomes a diff against the original when it is done.</summary>
public sealed partial class CodeResult(IJSRuntime js) : ReplyPart(js, "./Components/Parts/CodeResult.razor.js")
{
    private ElementReference _element;
    private IJSObjectReference? _result;

    /// <summary>The code it came from.</summary>
    [Parameter, EditorRequired] public required string Original { get; set; }

    /// <summary>A name of <see cref="Languages"/>.</summary>
    [Parameter, EditorRequired] public required string Language { get; set; }

    protected override async Task BeginAsync() =>
        _result = await Module.InvokeAsync<IJSObjectReference>("begin", LostAfter, _element, Languages.Named(Language).MonacoId, Original);

    protected override async Task<bool> DrawAsync(ReplyBatch batch)
    {
        var isSeen = batch.Code is not { Length: > 0 } code || await _result!.InvokeAsync<bool>("append", LostAfter, code);
        if (batch.Events[^1] is ReplyEvent.Done)
        {
            await _result!.InvokeVoidAsync("finish", LostAfter);
        }

        return isSeen;
    }

    protected override ValueTask<double?> CycleAsync() => _result!.InvokeAsync<double?>("cycle", LostAfter);

    protected override async ValueTask LeaveAsync()
    {
        if (_result is not null)
        {
            await _result.InvokeVoidAsync("dispose");
            await _result.DisposeAsync();
        }
    }
}
