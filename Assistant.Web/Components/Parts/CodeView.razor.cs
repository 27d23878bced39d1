using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>A text to look at, or two of them and what is different. Give it the texts as its key.</summary>
public sealed partial class CodeView(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Parts/CodeView.razor.js";

    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _view;

    /// <summary>What it is called by a screen reader.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Decides the language.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>How it was before; none to show the text alone.</summary>
    [Parameter] public string? Original { get; set; }

    /// <summary>What is inside belongs to the browser's side.</summary>
    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", ModulePath);
            using var text = StreamOf(Text);
            using var original = Original is null ? null : StreamOf(Original);
            var language = (Languages.Tagged(System.IO.Path.GetExtension(Path).TrimStart('.')) ?? Languages.PlainText).MonacoId;
            _view = await _module.InvokeAsync<IJSObjectReference>("show", _element, Name, language, text, original);
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
            if (_view is not null)
            {
                await _view.InvokeVoidAsync("dispose");
                await _view.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the view with it.
        }
    }

    // Blazor takes no empty stream; a reader leaves the mark out.
    private static DotNetStreamReference StreamOf(string text) => new(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
}
