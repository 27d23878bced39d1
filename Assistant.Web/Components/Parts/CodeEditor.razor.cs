using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>
/// Where code is pasted and edited. A plain box until the Monaco editor has loaded, and for good if it cannot; what was typed goes along.
/// The code stays in the browser until it is read.
/// </summary>
public sealed partial class CodeEditor(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    /// <summary>In front of the code, because Blazor takes no empty stream. A reader leaves it out.</summary>
    private static readonly int ByteOrderMarkLength = Encoding.UTF8.Preamble.Length;

    private readonly TaskCompletionSource<IJSObjectReference> _editor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElementReference _element;
    private IJSObjectReference? _module;
    private DotNetObjectReference<CodeEditor>? _self;
    private string? _drawnLanguage;

    /// <summary>A name of <see cref="Languages"/>.</summary>
    [Parameter, EditorRequired] public required string Language { get; set; }

    /// <summary>What is in the editor was there before the page came back, in another language.</summary>
    [Parameter] public EventCallback<string> LanguageChanged { get; set; }

    /// <summary>Monaco has taken the place of the plain box.</summary>
    [Parameter] public EventCallback OnReady { get; set; }

    /// <summary>Ctrl+Enter was pressed in the code.</summary>
    [Parameter] public EventCallback OnAsk { get; set; }

    /// <summary>Ctrl+Shift+R was pressed in the code.</summary>
    [Parameter] public EventCallback OnRefactor { get; set; }

    /// <summary>The code; null when it is longer than so many bytes of UTF-8.</summary>
    public async Task<string?> ReadAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var editor = await _editor.Task.WaitAsync(cancellationToken);
        await using var code = await editor.InvokeAsync<IJSStreamReference>("read", cancellationToken);
        if (code.Length - ByteOrderMarkLength > maxBytes)
        {
            return null;
        }

        await using var stream = await code.OpenReadStreamAsync(code.Length, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Replaces the code, as an edit that can be undone.</summary>
    public async Task SetAsync(string code)
    {
        var editor = await _editor.Task;
        using var stream = new DotNetStreamReference(new MemoryStream(Encoding.UTF8.GetBytes(code)));
        await editor.InvokeVoidAsync("set", stream);
    }

    public async Task FocusAsync()
    {
        var editor = await _editor.Task;
        await editor.InvokeVoidAsync("focus");
    }

    [JSInvokable]
    public Task ReadyAsync() => OnReady.InvokeAsync();

    [JSInvokable]
    public Task AskAsync() => OnAsk.InvokeAsync();

    [JSInvokable]
    public Task RefactorAsync() => OnRefactor.InvokeAsync();

    /// <summary>What is inside belongs to the browser's side.</summary>
    protected override bool ShouldRender() => false;

    protected override async Task OnParametersSetAsync()
    {
        if (_drawnLanguage is not null && _drawnLanguage != Language)
        {
            _drawnLanguage = Language;
            var editor = await _editor.Task;
            await editor.InvokeVoidAsync("setLanguage", Languages.Named(Language).MonacoId, Language);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _drawnLanguage = Language;
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Parts/CodeEditor.razor.js");
            var language = Languages.Named(Language).MonacoId;
            _editor.SetResult(await _module.InvokeAsync<IJSObjectReference>("start", _element, _self, language));
            if (await _module.InvokeAsync<string?>("languageThen") is { } then && then != Language)
            {
                await LanguageChanged.InvokeAsync(Languages.Named(then).Name);
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_editor.Task.IsCompletedSuccessfully)
            {
                var editor = await _editor.Task;
                await editor.InvokeVoidAsync("dispose");
                await editor.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the editor with it.
        }

        _self?.Dispose();
    }
}
