using Assistant.Web.Markdown;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Components.Parts;

/// <summary>An answer that has been kept, drawn at once.</summary>
public sealed partial class MarkdownText(IJSRuntime js) : ComponentBase
{
    private ElementReference _element;
    private MarkupString _html;
    private string? _drawn;
    private bool _isNew;

    /// <summary>In Markdown.</summary>
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void OnParametersSet()
    {
        _isNew = Text != _drawn;
        if (_isNew)
        {
            (_drawn, _html) = (Text, new MarkupString(MarkdownRenderer.ToHtml(Text)));
        }
    }

    protected override bool ShouldRender() => _isNew;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Parts/MarkdownText.razor.js");
            await module.InvokeVoidAsync("show", _element);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
