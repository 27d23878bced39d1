using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Settings;

/// <summary>The name of a model: picked from what the endpoint lists, or typed, since not every endpoint lists what it has.</summary>
public sealed partial class NameField(IJSRuntime js) : ComponentBase
{
    private ElementReference _root;
    private IReadOnlyList<string> _shown = [];
    private int _active = -1;
    private bool _isWanted;

    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>The id of what is said about the field.</summary>
    [Parameter, EditorRequired] public required string DescriptionId { get; set; }

    [Parameter, EditorRequired] public required string Value { get; set; }

    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What the endpoint lists, as far as it is known.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Models { get; set; }

    /// <summary>The list is about to be looked at.</summary>
    [Parameter] public EventCallback OnOpen { get; set; }

    private string ListId => $"{Id}-list";

    private bool IsOpen => _isWanted && _shown.Count > 0;

    protected override void OnParametersSet()
    {
        if (_isWanted && _shown.Count == 0)
        {
            _shown = Models;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Settings/NameField.razor.js");
            await module.InvokeVoidAsync("keepKeys", _root);
        }
    }

    private string OptionId(int place) => $"{Id}-{place}";

    private async Task OpenAsync()
    {
        (_isWanted, _shown, _active) = (true, Models, -1);
        await OnOpen.InvokeAsync();
        _shown = Models;
    }

    private void Close() => (_isWanted, _active) = (false, -1);

    private async Task TypeAsync(string? typed)
    {
        var text = typed ?? "";
        (_isWanted, _active) = (true, -1);
        _shown = [.. Models.Where(name => name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))];
        await ValueChanged.InvokeAsync(text);
    }

    private async Task PressAsync(KeyboardEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" or "ArrowUp" when !IsOpen:
                await OpenAsync();
                break;
            case "ArrowDown":
                _active = (_active + 1) % _shown.Count;
                break;
            case "ArrowUp":
                _active = _active <= 0 ? _shown.Count - 1 : _active - 1;
                break;
            case "Enter" when IsOpen && _active >= 0:
                await PickAsync(_shown[_active]);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private async Task PickAsync(string name)
    {
        Close();
        await ValueChanged.InvokeAsync(name);
    }
}
