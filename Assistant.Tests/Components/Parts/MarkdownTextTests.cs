using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class MarkdownTextTests : BunitContext
{
    private readonly FakeBrowser _browser = new();

    public MarkdownTextTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public async Task A_kept_answer_is_drawn_at_once_and_then_coloured()
    {
        var text = Render<MarkdownText>(parameters => parameters.Add(text => text.Text, "Some **words**"));

        text.MarkupMatches("<div data-part=\"answer\"><p>Some <strong>words</strong></p></div>");
        await _browser.NextAsync("show");
    }

    [Fact]
    public void The_same_text_is_drawn_only_once()
    {
        var text = Render<MarkdownText>(parameters => parameters.Add(text => text.Text, "Words"));

        text.Render(parameters => parameters.Add(text => text.Text, "Words"));

        Assert.Equal(1, text.RenderCount);
    }

    [Fact]
    public void A_page_that_is_gone_is_no_failure()
    {
        _browser.Failure = new JSDisconnectedException("gone");

        Render<MarkdownText>(parameters => parameters.Add(text => text.Text, "Words"));

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }
}
