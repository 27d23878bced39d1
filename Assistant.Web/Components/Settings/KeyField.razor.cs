using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Settings;

/// <summary>Takes a key and never shows one: the page only knows whether there is one.</summary>
public sealed partial class KeyField : ComponentBase
{
    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>The id of what is said about the field.</summary>
    [Parameter, EditorRequired] public required string DescriptionId { get; set; }

    /// <summary>The setting of the server the key comes from; it cannot be changed here then.</summary>
    [Parameter] public string? Setting { get; set; }

    /// <summary>A key for this endpoint is stored.</summary>
    [Parameter] public bool HasStored { get; set; }

    [Parameter] public string? Trouble { get; set; }

    [Parameter] public KeyChange Change { get; set; }

    [Parameter] public EventCallback<KeyChange> ChangeChanged { get; set; }

    /// <summary>A field with another number is a new and empty one.</summary>
    [Parameter] public int Round { get; set; }

    [Parameter] public EventCallback<string> OnTyped { get; set; }

    private Task TypedAsync(ChangeEventArgs typed) => OnTyped.InvokeAsync(((string?)typed.Value ?? "").Trim());
}
