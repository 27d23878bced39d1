using Assistant.Core.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Layout;

/// <summary>What surrounds every page. Says when the page can be used, and stands in for one that failed.</summary>
public sealed partial class MainLayout(IJSRuntime js, ModelInUse model) : LayoutComponentBase
{
    private ErrorBoundary? _boundary;
    private string? _model;

    // Another page deserves another chance.
    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await using (var module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Layout/MainLayout.razor.js"))
        {
            await module.InvokeVoidAsync("pressByKeys");
            await module.InvokeVoidAsync("markReady");
        }

        _model = await model.DescribeAsync(CancellationToken.None);
        StateHasChanged();
    }

    private void TryAgain() => _boundary?.Recover();
}
