using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Parts;

/// <summary>A sentence in which `backticks` mark code, as the explanations of a refactoring are written.</summary>
public sealed partial class InlineText : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>Every second piece is code. An odd backtick marks none.</summary>
    private string[] Pieces => Text.Split('`') is { Length: > 0 } pieces && pieces.Length % 2 == 1 ? pieces : [Text];
}
