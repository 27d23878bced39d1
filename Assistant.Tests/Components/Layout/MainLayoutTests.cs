using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Tests.Settings;
using Assistant.Web.Components.Layout;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Layout;

public sealed class MainLayoutTests : BunitContext
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly FakeBrowser _browser = new();
    private bool _isBroken = true;

    public MainLayoutTests()
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddModelSettings(_data.FullName).AddSingleton<IChatClient>(new ScriptedModel(new ScriptedTurn("Hello.")) { ModelId = "gpt-x" });
    }

    [Fact]
    public async Task It_marks_the_document_as_ready_once_it_is_live()
    {
        Render<MainLayout>();

        await _browser.NextAsync("markReady");
    }

    [Fact]
    public void It_names_the_model_in_use()
    {
        var layout = Render<MainLayout>();

        layout.WaitForAssertion(() => Assert.Equal("gpt-x", layout.Find("#model-in-use").TextContent.Trim()));
    }

    [Fact]
    public async Task A_page_that_fails_is_replaced_by_a_sentence_and_can_be_tried_again()
    {
        var layout = Render<MainLayout>(parameters => parameters.Add(layout => layout.Body, Page));

        Assert.StartsWith("This page failed", layout.One("alert").TextContent, StringComparison.Ordinal);

        _isBroken = false;
        await layout.PressAsync("Try again");

        Assert.Equal("All is well", layout.Find("p").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _data.Delete(recursive: true);
    }

    private void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MoodyPage>(0);
        builder.AddComponentParameter(1, nameof(MoodyPage.IsBroken), _isBroken);
        builder.CloseComponent();
    }

    private sealed class MoodyPage : ComponentBase
    {
        [Parameter]
        public bool IsBroken { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (IsBroken)
            {
                throw new InvalidOperationException("A bug");
            }

            builder.AddMarkupContent(0, "<p>All is well</p>");
        }
    }
}
