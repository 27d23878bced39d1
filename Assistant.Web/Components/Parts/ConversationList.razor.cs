using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>The conversations there are, the newest first, and a way to find one.</summary>
public sealed partial class ConversationList : ComponentBase
{
    [Parameter, EditorRequired] public required IReadOnlyList<ConversationSummary> Conversations { get; set; }

    /// <summary>The id of the one that is open.</summary>
    [Parameter] public string? Current { get; set; }

    [Parameter] public string Query { get; set; } = "";

    [Parameter] public EventCallback<string> QueryChanged { get; set; }

    [Parameter] public EventCallback OnNew { get; set; }

    private Task SearchAsync(ChangeEventArgs typed) => QueryChanged.InvokeAsync((string?)typed.Value ?? "");
}
