using Assistant.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
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

    /// <summary>What the box is called.</summary>
    [Parameter] public string Label { get; set; } = "Message";

    /// <summary>What the button that sends says.</summary>
    [Parameter] public string Action { get; set; } = "Send";

    /// <summary>There is an editor whose code can go along.</summary>
    [Parameter] public bool CanAttach { get; set; } = true;

    /// <summary>What is there to talk with; none where nobody listens.</summary>
    [Parameter] public RenderFragment? Voice { get; set; }

    /// <summary>A reply is arriving: what is sent now is the next message, and waits.</summary>
    [Parameter] public bool IsBusy { get; set; }

    /// <summary>The code in the editor goes along with the next message.</summary>
    [Parameter] public bool AttachCode { get; set; }

    [Parameter] public EventCallback<bool> AttachCodeChanged { get; set; }

    /// <summary>The message that waits for the reply to end.</summary>
    [Parameter] public string? Queued { get; set; }

    /// <summary>What is written takes the place of an earlier message.</summary>
    [Parameter] public bool IsEditing { get; set; }

    /// <summary>Where the browser keeps what is written until it is sent, so that a reload loses nothing.</summary>
    [Parameter] public string DraftKey { get; set; } = "";

    /// <summary>What is written belongs to a conversation that has just begun, and is kept under its key from now on.</summary>
    [Parameter] public bool HasBegunHere { get; set; }

    /// <summary>Takes a message; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<string, Task<string?>> OnSend { get; set; }

    [Parameter] public EventCallback OnStop { get; set; }

    /// <summary>Takes the message that is to wait.</summary>
    [Parameter] public EventCallback<string> OnQueue { get; set; }

    [Parameter] public EventCallback OnEditQueued { get; set; }

    [Parameter] public EventCallback OnRemoveQueued { get; set; }

    [Parameter] public EventCallback OnCancelEdit { get; set; }

    private string Hint => IsBusy ? $"Write the next {Label.ToLowerInvariant()}" : Label;

    /// <summary>Called by the browser with a short message. True when it was taken.</summary>
    [JSInvokable]
    public async Task<bool> SendAsync(string message)
    {
        if (!_sending.IsCompleted || string.IsNullOrWhiteSpace(message))
        {
            // Enter once more does not wait any longer.
            await (IsBusy && Queued is not null ? OnStop.InvokeAsync() : Task.CompletedTask);
            return false;
        }

        _sending = InputLimits.IsTooLong(message) ? Task.FromResult<string?>(InputLimits.TooLong("message")) : IsBusy ? QueueAsync(message) : OnSend(message);
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

    /// <summary>Puts a text into the box, before what is there, and the cursor with it.</summary>
    public Task WriteAsync(string text) => CallAsync("write", text);

    /// <summary>A text that is not in the box any more is kept like one that is; none when it was sent.</summary>
    public Task HoldAsync(string? text) => CallAsync("hold", text);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            try
            {
                _module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Parts/Composer.razor.js");
            }
            catch (JSDisconnectedException)
            {
                return;   // the page is gone
            }

            await CallAsync("sendFrom", _self);
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

    private async Task<string?> QueueAsync(string message)
    {
        await OnQueue.InvokeAsync(message);
        return null;
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            await (_module?.InvokeVoidAsync(function, [_form, .. arguments]) ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    /// <summary>The second press of a double click was meant for Send, which stood there.</summary>
    private Task StopAsync(MouseEventArgs pressed) => pressed.Detail > 1 ? Task.CompletedTask : OnStop.InvokeAsync();

    private Task ToggleAttach() => AttachCodeChanged.InvokeAsync(!AttachCode);
}
