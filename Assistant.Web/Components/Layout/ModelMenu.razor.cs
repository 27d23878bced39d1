using Assistant.Core.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Layout;

/// <summary>The model in use, and the way to another one. The browser opens and closes it; only what stands in it comes from here.</summary>
public sealed partial class ModelMenu(IJSRuntime js) : ComponentBase
{
    private ElementReference _root;

    /// <summary>None until it is known.</summary>
    [Parameter, EditorRequired] public required ModelLabel? InUse { get; set; }

    /// <summary>What the endpoint lists; empty without one, or while it is asked.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Models { get; set; }

    /// <summary>Why there is nothing to choose from, or why a choice was not kept.</summary>
    [Parameter] public string? Trouble { get; set; }

    /// <summary>What the endpoint said is left for its key; none where it says nothing.</summary>
    [Parameter] public RateLimits? Left { get; set; }

    /// <summary>This person may choose.</summary>
    [Parameter] public bool CanChange { get; set; }

    /// <summary>The list is about to be looked at.</summary>
    [Parameter] public EventCallback OnOpen { get; set; }

    /// <summary>Takes the name of a model; none means the built-in engine.</summary>
    [Parameter] public EventCallback<string?> OnChoose { get; set; }

    private string State => InUse is null ? "unknown" : InUse.Answers ? "fine" : "silent";

    private bool IsBuiltIn => InUse is { Provider: null };

    /// <summary>The one in use comes first where the endpoint does not list it, or has not yet.</summary>
    private IEnumerable<string> Names =>
        !CanChange ? []
        : InUse is { Answers: true, Provider: not null } && !Models.Contains(InUse.Name) ? Models.Prepend(InUse.Name)
        : Models;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Layout/ModelMenu.razor.js");
            await module.InvokeVoidAsync("moveByKeys", _root);
        }
    }

    private string Checked(string? name) => (name is null ? IsBuiltIn : !IsBuiltIn && name == InUse?.Name) ? "true" : "false";
}
