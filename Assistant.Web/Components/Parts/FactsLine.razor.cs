using Assistant.Core.Replies;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>The quiet line under an answer. The reason for its delivery is shortened to fit, and whole on hover.</summary>
public sealed partial class FactsLine : ComponentBase
{
    [Parameter, EditorRequired] public required ReplyFacts? Facts { get; set; }

    [Parameter, EditorRequired] public required ReplyState State { get; set; }

    /// <summary>From the press to the paint, where this page saw both.</summary>
    [Parameter] public TimeSpan? Cycle { get; set; }

    private IEnumerable<string> Shown => Facts is null ? [] : QuietLine.Of(Facts, State, Cycle);
}
