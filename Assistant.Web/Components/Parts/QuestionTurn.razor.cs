using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>What the person said, with the code it was about folded away.</summary>
public sealed partial class QuestionTurn : ComponentBase
{
    [Parameter, EditorRequired] public required TurnItem Item { get; set; }

    /// <summary>A reply is arriving, so nothing can be asked instead.</summary>
    [Parameter] public bool IsLocked { get; set; }

    [Parameter] public EventCallback<TurnItem> OnEdit { get; set; }

    /// <summary>Takes the id of another version to show.</summary>
    [Parameter] public EventCallback<string> OnSwitch { get; set; }

    private string CodeTitle
    {
        get
        {
            var lines = Item.Turn.Code!.AsSpan().TrimEnd().Count('\n') + 1;
            return $"{Item.Turn.Language ?? "Code"}, {lines} {(lines == 1 ? "line" : "lines")}";
        }
    }
}
