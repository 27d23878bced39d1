using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>One conversation of the list, with what can be done to it folded away.</summary>
public sealed partial class ConversationItem : ComponentBase
{
    private ElementReference _titleBox;
    private string _title = "";
    private bool _isOpen;
    private bool _isRenaming;
    private bool _takesFocus;
    private (ConversationSummary, bool, bool, bool, string) _drawn;

    [Parameter, EditorRequired] public required ConversationSummary Conversation { get; set; }

    /// <summary>It is the one that is shown.</summary>
    [Parameter] public bool IsCurrent { get; set; }

    [Parameter] public EventCallback<(ConversationSummary Conversation, ConversationChange Change)> OnChange { get; set; }

    [Parameter] public EventCallback<ConversationSummary> OnDelete { get; set; }

    /// <summary>The list is looked at again whenever anything is said anywhere; most of it is as it was.</summary>
    protected override bool ShouldRender()
    {
        var before = _drawn;
        _drawn = (Conversation, IsCurrent, _isOpen, _isRenaming, _title);
        return _drawn != before;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takesFocus)
        {
            _takesFocus = false;
            await _titleBox.FocusAsync();
        }
    }

    private void Toggle() => _isOpen = !_isOpen;

    private void BeginRenaming() => (_title, _isRenaming, _takesFocus) = (Conversation.Title, true, true);

    private async Task RenameAsync()
    {
        (_isRenaming, _isOpen) = (false, false);
        if (_title.Trim() is { Length: > 0 } title && title != Conversation.Title)
        {
            await OnChange.InvokeAsync((Conversation, new ConversationChange { Title = title }));
        }
    }

    private async Task PinAsync()
    {
        _isOpen = false;
        await OnChange.InvokeAsync((Conversation, new ConversationChange { IsPinned = !Conversation.IsPinned }));
    }
}
