using Markdig;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.AI;
using Microsoft.JSInterop;

namespace Assistant.Bench.Plain;

/// <summary>The page most of us would write first: with every piece that arrives, the whole answer is read as Markdown and drawn again.</summary>
public sealed partial class NaivePage(IChatClient model, IJSRuntime js) : ComponentBase
{
    private string _message = "";
    private MarkupString _html;
    private string? _state;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await js.InvokeVoidAsync("document.documentElement.setAttribute", "data-ready", "true");
        }
    }

    private async Task KeyPressedAsync(KeyboardEventArgs pressed)
    {
        if (pressed.Key != "Enter")
        {
            return;
        }

        var text = "";
        _state = "streaming";
        await foreach (var update in model.GetStreamingResponseAsync(_message))
        {
            text += update.Text;
            _html = new MarkupString(Markdown.ToHtml(text));
            StateHasChanged();
        }

        _state = "done";
    }
}
