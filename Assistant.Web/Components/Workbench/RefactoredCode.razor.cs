using Assistant.Core.Delivery;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>A refactoring as it arrives, then as a diff with its changes explained, to be accepted or discarded.</summary>
public sealed partial class RefactoredCode : ComponentBase
{
    private TimeSpan? _cycle;

    [Parameter, EditorRequired] public required Reply Reply { get; set; }

    /// <summary>The code it came from.</summary>
    [Parameter, EditorRequired] public required string Original { get; set; }

    [Parameter, EditorRequired] public required string Language { get; set; }

    /// <summary>What was left out of it because the person did not want it.</summary>
    [Parameter] public IReadOnlyList<RejectedChange> Rejected { get; set; } = [];

    /// <summary>The refactored code is to take the place of the original.</summary>
    [Parameter] public EventCallback<string> OnAccept { get; set; }

    [Parameter] public EventCallback OnDiscard { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    /// <summary>The same again without one change.</summary>
    [Parameter] public EventCallback<RejectedChange> OnReject { get; set; }

    /// <summary>The same again with a change that was rejected.</summary>
    [Parameter] public EventCallback<RejectedChange> OnRestore { get; set; }

    /// <summary>The first code, and the end.</summary>
    [Parameter] public EventCallback OnProgress { get; set; }

    /// <summary>It is on the screen, and it is known how long that took.</summary>
    [Parameter] public EventCallback<ReplyCycle> OnShown { get; set; }

    private RefactorResult? Result => (Reply.End as ReplyEvent.Done)?.Result as RefactorResult;

    private ReplyFailure? Failure => (Reply.End as ReplyEvent.Failed)?.Failure;

    private string Count => Result?.Changes.Count switch
    {
        null or 0 => "",
        1 => "1 change",
        var many => $"{many} changes",
    };

    private Task AcceptAsync() => OnAccept.InvokeAsync(Result!.Code);

    private Task ProgressedAsync() => OnProgress.InvokeAsync();

    private Task ShownAsync(ReplyCycle shown)
    {
        _cycle = shown.Length;
        return OnShown.InvokeAsync(shown);
    }
}
