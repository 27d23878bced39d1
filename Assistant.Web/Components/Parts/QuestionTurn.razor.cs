using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>What the person said, with the code it was about folded away.</summary>
public sealed partial class QuestionTurn : ComponentBase
{
    [Parameter, EditorRequired] public required Turn Turn { get; set; }

    private string CodeTitle
    {
        get
        {
            var lines = Turn.Code!.AsSpan().TrimEnd().Count('\n') + 1;
            return $"{Turn.Language ?? "Code"}, {lines} {(lines == 1 ? "line" : "lines")}";
        }
    }
}
