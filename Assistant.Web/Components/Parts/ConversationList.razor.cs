using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Assistant.Web.Components.Parts;

/// <summary>The conversations there are, the newest first, ways to find one, and what can be done to them.</summary>
public sealed partial class ConversationList : ComponentBase
{
    [Parameter, EditorRequired] public required IReadOnlyList<ConversationSummary> Conversations { get; set; }

    /// <summary>There are more than are listed.</summary>
    [Parameter] public bool HasMore { get; set; }

    /// <summary>The id of the one that is open.</summary>
    [Parameter] public string? Current { get; set; }

    /// <summary>The one that was deleted last and can be brought back.</summary>
    [Parameter] public ConversationSummary? Deleted { get; set; }

    /// <summary>Why something could not be done.</summary>
    [Parameter] public string? Trouble { get; set; }

    [Parameter] public string Query { get; set; } = "";

    [Parameter] public EventCallback<string> QueryChanged { get; set; }

    [Parameter] public EventCallback OnNew { get; set; }

    [Parameter] public EventCallback OnMore { get; set; }

    [Parameter] public EventCallback<(ConversationSummary Conversation, ConversationChange Change)> OnChange { get; set; }

    [Parameter] public EventCallback<ConversationSummary> OnDelete { get; set; }

    [Parameter] public EventCallback<ConversationSummary> OnUndo { get; set; }

    [Parameter] public EventCallback<InputFileChangeEventArgs> OnImport { get; set; }

    private Task SearchAsync(string? typed) => QueryChanged.InvokeAsync(typed ?? "");
}
