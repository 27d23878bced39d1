using Assistant.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>
/// Where a message is written. The text stays in the browser until it is sent, and is cleared there only after the server took it, so
/// that nothing written is lost.
/// </summary>
public sealed partial class Composer(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private ElementReference _form;
    private IJSObjectReference? _module;
    private DotNetObjectReference<Composer>? _self;
    private Task<string?> _sending = Task.FromResult<string?>(null);
    private string? _trouble;

    /// <summary>A reply is arriving: the button stops it, and Enter waits.</summary>
    [Parameter] public bool IsBusy { get; set; }

    /// <summary>The code in the editor goes along with the next message.</summary>
    [Parameter] public bool AttachCode { get; set; }

    [Parameter] public EventCallback<bool> AttachCodeChanged { get; set; }

    /// <summary>Takes a message; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<string, Task<string?>> OnSend { get; set; }

    [Parameter] public EventCallback OnStop { get; set; }

    /// <summary>Called by the browser with a short message. True when it was taken.</summary>
    [JSInvokable]
    public async Task<bool> SendAsync(string message)
    {
        if (IsBusy || !_sending.IsCompleted || string.IsNullOrWhiteSpace(message))
        {
            return false;
        }

        _sending = InputLimits.IsTooLong(message) ? Task.FromResult<string?>(InputLimits.TooLong("message")) : OnSend(message);
        _trouble = await _sending;
        StateHasChanged();
        return _trouble is null;
    }

    /// <summary>Called by the browser with a message too long for one SignalR message. True when it was taken.</summary>
    [JSInvokable]
    public async Task<bool> SendLongAsync(IJSStreamReference message)
    {
        if (message.Length > InputLimits.TextBytes)
        {
            _trouble = InputLimits.TooLong("message");
            StateHasChanged();
            return false;
        }

        await using var stream = await message.OpenReadStreamAsync(InputLimits.TextBytes);
        using var reader = new StreamReader(stream);
        return await SendAsync(await reader.ReadToEndAsync());
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Parts/Composer.razor.js");
            await _module.InvokeVoidAsync("sendFrom", _form, _self);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its module with it.
        }
    }

    private Task ToggleAttach() => AttachCodeChanged.InvokeAsync(!AttachCode);
}
