using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Web.Settings;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Layout;

/// <summary>What surrounds every page. Names the model in use, says when the page can be used, and stands in for one that failed.</summary>
public sealed partial class MainLayout(
    IJSRuntime js,
    ModelInUse model,
    ModelSelection selection,
    ModelSettings settings,
    Owner owner,
    AuthenticationStateProvider caller) : LayoutComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ErrorBoundary? _boundary;
    private ModelLabel? _inUse;
    private IReadOnlyList<string> _models = [];
    private Uri? _listed;
    private string? _trouble;
    private RateLimits? _left;
    private bool _canChange;

    protected override async Task OnInitializedAsync()
    {
        selection.Changed += ModelChanged;
        _canChange = Caller.IsAdministrator((await caller.GetAuthenticationStateAsync()).User);
    }

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

        await DescribeAsync();
    }

    public void Dispose()
    {
        selection.Changed -= ModelChanged;
        _leaving.Cancel();   // and not disposed: somebody else may be choosing a model in this moment
    }

    /// <summary>Another page may have chosen it.</summary>
    private void ModelChanged() => _ = InvokeAsync(DescribeAsync);

    private async Task DescribeAsync()
    {
        try
        {
            _inUse = await model.DescribeAsync(_leaving.Token);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone before the endpoint said its name.
        }
    }

    private async Task ListAsync()
    {
        if (!_canChange)
        {
            _trouble = "The model is chosen by the administrators of this Assistant.";
            return;
        }

        _left = selection.Endpoint?.RateLimits;
        (_trouble, _models) = (null, settings.Endpoint == _listed ? _models : []);
        try
        {
            _listed = settings.Endpoint;
            _models = await settings.ListAsync(_leaving.Token);
        }
        catch (ModelException failure)
        {
            _trouble = failure.Message;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone before the endpoint answered.
        }
    }

    private void Choose(string? name)
    {
        try
        {
            if (name is null)
            {
                settings.ChooseBuiltIn(owner);
            }
            else
            {
                settings.Choose(owner, name);
            }
        }
        catch (SettingsFileException failure)
        {
            _trouble = failure.Message;
        }
    }

    private void TryAgain() => _boundary?.Recover();
}
