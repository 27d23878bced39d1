using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>Leads to the other versions of a turn, where there are some.</summary>
public sealed partial class TurnVersions : ComponentBase
{
    [Parameter, EditorRequired] public required TurnItem Item { get; set; }

    /// <summary>Takes the id of the version to show.</summary>
    [Parameter] public EventCallback<string> OnSwitch { get; set; }

    private int Number => Item.Versions.TakeWhile(id => id != Item.Turn.Id).Count() + 1;
}
