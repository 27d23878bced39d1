using Assistant.Core.Delivery;
using Assistant.Core.Refactor;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>What a refactoring changed and why, each to be rejected, and what was rejected, each to be restored.</summary>
public sealed partial class ChangeList : ComponentBase
{
    [Parameter, EditorRequired] public required IReadOnlyList<CodeChange> Changes { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<RejectedChange> Rejected { get; set; }

    [Parameter] public EventCallback<RejectedChange> OnReject { get; set; }

    [Parameter] public EventCallback<RejectedChange> OnRestore { get; set; }

    /// <summary>Only what a rule did at a known place can be told apart from the rest.</summary>
    private static RejectedChange? RejectedBy(CodeChange change) => change is { Id: { } id, Line: { } line } ? new RejectedChange(id, line) : null;
}
