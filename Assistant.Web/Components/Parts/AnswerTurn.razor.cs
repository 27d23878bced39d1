using Assistant.Core.Agent;
using Assistant.Core.Ask;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>What the Assistant said, arriving or kept, with its quiet line, and with what to do when it broke off.</summary>
public sealed partial class AnswerTurn : ComponentBase
{
    private const string Unfinished = "This answer was broken off. Continue from here, or ask again with Retry.";

    private ReplyCycle? _shown;

    [Parameter, EditorRequired] public required TurnItem Item { get; set; }

    /// <summary>Another reply is arriving, so nothing can be started now.</summary>
    [Parameter] public bool IsLocked { get; set; }

    /// <summary>What can be done with what the agent did.</summary>
    [Parameter] public RunActions? Runs { get; set; }

    /// <summary>The reply's first content, its notices and its end.</summary>
    [Parameter] public EventCallback OnProgress { get; set; }

    /// <summary>A finished answer is on the screen, and it is known how long that took.</summary>
    [Parameter] public EventCallback<ReplyCycle> OnShown { get; set; }

    [Parameter] public EventCallback<TurnItem> OnRetry { get; set; }

    [Parameter] public EventCallback<TurnItem> OnContinue { get; set; }

    /// <summary>Where this answer is found again; none while its conversation has no address.</summary>
    [Parameter] public string? Address { get; set; }

    /// <summary>Takes the id of another version to show.</summary>
    [Parameter] public EventCallback<string> OnSwitch { get; set; }

    private string State => Item.State.ToString().ToLowerInvariant();

    private string? Reasoning => Item.IsArriving ? null : Item.Reply?.Reasoning ?? Item.Turn.Reasoning;

    private string? Trouble => Item.State is ReplyState.Failed or ReplyState.Interrupted && !IsInterruptedByPerson ? Item.Failure?.Message ?? Unfinished : null;

    // Who speaks while an answer is spoken has heard enough of it: nothing went wrong.
    private bool IsInterruptedByPerson => Item.Reply is null && Item.Turn is { Kind: VoiceService.Kind, State: ReplyState.Interrupted, Failure: null };

    // A task is done again from its start: what is in the workspace by now, words do not know.
    private bool CanGoOn => Item.State == ReplyState.Interrupted && Item.HasText && Item.Turn.Kind != AgentService.Kind;

    private bool IsCut => Item.State == ReplyState.Done && Item.Turn.Kind == AskService.Kind && Item.Facts?.IsCut == true;

    private TimeSpan? Cycle => _shown?.Reply == Item.Reply ? _shown?.Length : null;

    private Task Progressed() => OnProgress.InvokeAsync();

    private Task ShownAsync(ReplyCycle shown)
    {
        _shown = shown;
        return OnShown.InvokeAsync(shown);
    }
}
