using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>The conversation, and where the next message is written.</summary>
public sealed partial class ChatPane : ComponentBase
{
    /// <summary>Turns drawn at once, from the end: more than a screen, and few enough for a conversation of any length to open at once.</summary>
    private const int TurnsAtOnce = 20;

    private bool _attachCode;
    private IReadOnlyList<TurnItem>? _drawn;
    private int _first;

    [Parameter, EditorRequired] public required IReadOnlyList<TurnItem> Turns { get; set; }

    /// <summary>What the one status says.</summary>
    [Parameter, EditorRequired] public required string Status { get; set; }

    /// <summary>Why there is no conversation at this address.</summary>
    [Parameter] public string? Missing { get; set; }

    /// <summary>Why an answer could not be asked for again.</summary>
    [Parameter] public string? Refused { get; set; }

    /// <summary>A model server that runs on this machine and is not used.</summary>
    [Parameter] public string? Offer { get; set; }

    /// <summary>An answer is arriving.</summary>
    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Takes a message, and whether the code goes along; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<string, bool, Task<string?>> OnSend { get; set; }

    [Parameter] public EventCallback OnStop { get; set; }

    [Parameter] public EventCallback OnProgress { get; set; }

    [Parameter] public EventCallback<TurnItem> OnRetry { get; set; }

    [Parameter] public EventCallback<TurnItem> OnContinue { get; set; }

    protected override void OnParametersSet()
    {
        // Another list is another conversation; the same one has only grown.
        if (!ReferenceEquals(Turns, _drawn))
        {
            (_drawn, _first) = (Turns, Math.Max(0, Turns.Count - TurnsAtOnce));
        }
    }

    private void ShowEarlier() => _first = Math.Max(0, _first - TurnsAtOnce);

    private async Task<string?> SendAsync(string message)
    {
        var trouble = await OnSend(message, _attachCode);
        if (trouble is null)
        {
            _attachCode = false;
            StateHasChanged();
        }

        return trouble;
    }
}
