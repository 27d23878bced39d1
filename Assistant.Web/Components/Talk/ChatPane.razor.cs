using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Talk;

/// <summary>The conversation, and where the next message is written.</summary>
public sealed partial class ChatPane : ComponentBase
{
    /// <summary>Turns drawn at once, from the end: more than a screen, and few enough for a conversation of any length to open at once.</summary>
    private const int TurnsAtOnce = 20;

    private Composer? _composer;
    private bool _attachCode;
    private TurnItem? _edited;
    private Message? _queued;
    private string? _shownId;
    private string? _refused;
    private int _first;
    private int _known;

    [Parameter, EditorRequired] public required IReadOnlyList<TurnItem> Turns { get; set; }

    /// <summary>The id of the conversation; none before its first message.</summary>
    [Parameter] public string? ConversationId { get; set; }

    /// <summary>The conversation began here with its first message, and was not opened.</summary>
    [Parameter] public bool HasBegunHere { get; set; }

    /// <summary>The turn that the page's address leads to.</summary>
    [Parameter] public string? Linked { get; set; }

    /// <summary>What the one status says.</summary>
    [Parameter, EditorRequired] public required string Status { get; set; }

    /// <summary>Why there is no conversation at this address.</summary>
    [Parameter] public string? Missing { get; set; }

    /// <summary>Where a new conversation begins.</summary>
    [Parameter] public string NewAddress { get; set; } = "";

    /// <summary>Why an answer could not be asked for again.</summary>
    [Parameter] public string? Refused { get; set; }

    /// <summary>A model server that runs on this machine and is not used.</summary>
    [Parameter] public string? Offer { get; set; }

    [Parameter] public string PaneName { get; set; } = "Chat";

    /// <summary>What an empty conversation says.</summary>
    [Parameter] public IReadOnlyList<string> Hints { get; set; } = ["Ask anything about code.", "Paste code on the left to ask about it, or press Refactor."];

    /// <summary>What the box to write in is called.</summary>
    [Parameter] public string Label { get; set; } = "Message";

    /// <summary>What the button that sends says.</summary>
    [Parameter] public string Action { get; set; } = "Send";

    /// <summary>There is an editor whose code can go along.</summary>
    [Parameter] public bool CanAttach { get; set; } = true;

    /// <summary>What is there to talk with; none where nobody listens.</summary>
    [Parameter] public RenderFragment? Voice { get; set; }

    [Parameter] public RunActions? Runs { get; set; }

    /// <summary>An answer is arriving.</summary>
    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Takes a message; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<Message, Task<string?>> OnSend { get; set; }

    [Parameter] public EventCallback OnStop { get; set; }

    [Parameter] public EventCallback OnProgress { get; set; }

    /// <summary>A finished answer is on the screen, and it is known how long that took.</summary>
    [Parameter] public EventCallback<ReplyCycle> OnShown { get; set; }

    [Parameter] public EventCallback<TurnItem> OnRetry { get; set; }

    [Parameter] public EventCallback<TurnItem> OnContinue { get; set; }

    /// <summary>Takes the id of a version of a turn to show.</summary>
    [Parameter] public EventCallback<string> OnSwitch { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var isAnother = ConversationId != _shownId;
        if (isAnother)
        {
            // What was to be said in another conversation stays there, as a draft.
            _queued = _shownId is null ? _queued : null;
            (_shownId, _edited, _refused) = (ConversationId, null, null);
        }

        ChooseFirst(isAnother);
        if (!IsBusy && _queued is { } next)
        {
            _queued = null;
            await SendQueuedAsync(next);
        }
    }

    private string? AddressOf(TurnItem item) => ConversationId is null ? null : $"c/{ConversationId}#{item.Turn.Id}";

    /// <summary>Turns that were drawn stay drawn; a link draws all from its own on.</summary>
    private void ChooseFirst(bool isAnother)
    {
        var usual = Math.Max(0, Turns.Count - TurnsAtOnce);
        if (isAnother || _known == 0)
        {
            var linked = Turns.TakeWhile(item => item.Turn.Id != Linked).Count();
            _first = linked < Turns.Count ? Math.Min(usual, linked) : usual;
        }

        _first = Math.Min(_first, usual);
        _known = Turns.Count;
    }

    private void ShowEarlier() => _first = Math.Max(0, _first - TurnsAtOnce);

    private async Task<string?> SendAsync(string message)
    {
        var trouble = await OnSend(new Message(message, _attachCode, _edited));
        if (trouble is null)
        {
            (_attachCode, _edited, _refused) = (false, null, null);
            StateHasChanged();
        }

        return trouble;
    }

    private async Task QueueAsync(string message)
    {
        _queued = new Message(_queued is null ? message : $"{_queued.Text}\n\n{message}", _attachCode || _queued?.WithCode == true);
        _attachCode = false;
        await _composer!.HoldAsync(_queued.Text);
    }

    private async Task SendQueuedAsync(Message message)
    {
        _refused = await OnSend(message);
        await _composer!.HoldAsync(null);
        if (_refused is not null)
        {
            await _composer.WriteAsync(message.Text);
        }
    }

    private async Task EditQueuedAsync()
    {
        var text = _queued!.Text;
        await RemoveQueuedAsync();
        await _composer!.WriteAsync(text);
    }

    private Task RemoveQueuedAsync()
    {
        _queued = null;
        return _composer!.HoldAsync(null);
    }

    private async Task EditAsync(TurnItem item)
    {
        _edited = item;
        await _composer!.WriteAsync(item.Text);
    }

    private void CancelEdit() => _edited = null;
}
