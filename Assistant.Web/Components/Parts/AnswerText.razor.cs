using Assistant.Core.Replies;
using Assistant.Web.Markdown;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>An answer as it arrives: each block is drawn once when it closes, and the open one grows by what is added.</summary>
public sealed partial class AnswerText(IJSRuntime js) : ReplyPart(js, "./Components/Parts/AnswerText.razor.js")
{
    private ElementReference _element;
    private ArrivingMarkdown _markdown = new();
    private IJSObjectReference? _answer;
    private bool _wasShown;

    /// <summary>It was asked for just now, so it is what the reader wants to see.</summary>
    [Parameter] public bool IsNew { get; set; }

    protected override async Task BeginAsync()
    {
        _markdown = new ArrivingMarkdown();
        _answer = await Module.InvokeAsync<IJSObjectReference>("begin", LostAfter, _element, IsNew && !_wasShown);
        _wasShown = true;
    }

    protected override async Task<bool> DrawAsync(ReplyBatch batch)
    {
        var update = batch.EndsReply ? _markdown.Finish(batch.Text) : _markdown.Push(batch.Text);
        if (batch.EndsReply)
        {
            _markdown = new ArrivingMarkdown(); // What is on the page need not be remembered here as well.
        }

        return update.IsEmpty || await _answer!.InvokeAsync<bool>("apply", LostAfter, update);
    }

    protected override ValueTask<double?> CycleAsync() => IsNew ? _answer!.InvokeAsync<double?>("cycle", LostAfter) : ValueTask.FromResult<double?>(null);

    protected override ValueTask LeaveAsync() => _answer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
