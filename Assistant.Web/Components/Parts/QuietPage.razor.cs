using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>What every page beside the workbench looks like: its title, the way back, and one column.</summary>
public sealed partial class QuietPage : ComponentBase
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }
}
