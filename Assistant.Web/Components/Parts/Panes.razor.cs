using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>Three panes side by side. On a phone they are stacked, with a bar to jump between them.</summary>
public sealed partial class Panes : ComponentBase
{
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <summary>The page's own address, without an anchor.</summary>
    [Parameter, EditorRequired] public required string Here { get; set; }

    /// <summary>The id of each pane, and what it is called in the bar.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<(string Anchor, string Name)> Jumps { get; set; }
}
