using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>Stands for the turns of a long conversation that are not drawn yet. It presses itself when the reader comes near.</summary>
public sealed partial class EarlierTurns(IJSRuntime js) : ComponentBase
{
    private ElementReference _button;

    [Parameter] public EventCallback OnShow { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Parts/EarlierTurns.razor.js");
            await module.InvokeVoidAsync("pressWhenNear", _button);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
