using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Voice;

/// <summary>The button to talk with, and what it is busy with. Sound never passes through the page's connection: the browser sends and gets it over HTTP.</summary>
public sealed partial class VoiceControl(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private const string Idle = "Idle";
    private const string Asking = "Asking";
    private const string Listening = "Listening";
    private const string Speaking = "Speaking";

    private ElementReference _root;
    private IJSObjectReference? _module;
    private DotNetObjectReference<VoiceControl>? _self;
    private string _state = Idle;
    private string? _trouble;
    private string? _stages;
    private bool _isReady;
    private bool _isKnown;
    private bool _isHandsFree;

    /// <summary>The server recognises speech; otherwise the browser does, if the person agrees.</summary>
    [Parameter] public bool Hears { get; set; }

    /// <summary>The server has a voice; otherwise the browser's is used, if the person agrees.</summary>
    [Parameter] public bool Speaks { get; set; }

    /// <summary>The conversation to talk in; none before its first message.</summary>
    [Parameter] public string? ConversationId { get; set; }

    /// <summary>Somebody begins to talk, so that what the answer needs can be made ready meanwhile.</summary>
    [Parameter] public EventCallback OnListening { get; set; }

    /// <summary>Takes the id of the conversation in which something was said.</summary>
    [Parameter] public EventCallback<string> OnStarted { get; set; }

    private string Missing => (Hears, Speaks) switch
    {
        (false, false) => "recogniser and no voice",
        (false, true) => "recogniser",
        _ => "voice",
    };

    /// <summary>What it is busy with, or how long the last answer took. A screen reader hears the status and the answer.</summary>
    private string? Quiet => (_state is Listening or Speaking, _stages) switch
    {
        (false, _) => _stages,
        (true, null) => $"{_state}…",
        (true, _) => $"{_state}… {_stages}",
    };

    /// <summary>Called by the browser when it is busy with something else.</summary>
    /// <param name="state">Idle, Asking, Listening, Working or Speaking.</param>
    /// <param name="trouble">What went wrong, and what to do.</param>
    /// <param name="stages">How long the stages of the last answer took.</param>
    [JSInvokable]
    public Task ShowAsync(string state, string? trouble, string? stages)
    {
        (_state, _trouble, _stages) = (state, trouble, stages);
        _isKnown |= state == Listening;
        StateHasChanged();
        return state == Listening ? OnListening.InvokeAsync() : Task.CompletedTask;
    }

    /// <summary>Called by the browser when the answer has begun.</summary>
    [JSInvokable]
    public Task StartedAsync(string conversationId) => OnStarted.InvokeAsync(conversationId);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Voice/VoiceControl.razor.js");
            await _module.InvokeVoidAsync("attach", _root, _self);
            _isReady = true;
            StateHasChanged();
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
                await _module.InvokeVoidAsync("detach", _root);
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its module with it.
        }
    }

    private void ToggleHandsFree() => _isHandsFree = !_isHandsFree;
}
