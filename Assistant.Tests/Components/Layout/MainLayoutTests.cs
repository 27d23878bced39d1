using Assistant.Web.Components.Layout;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Assistant.Tests.Components.Layout;

public sealed class MainLayoutTests : BunitContext
{
    private bool _isBroken = true;

    [Fact]
    public void It_marks_the_document_as_ready_once_it_is_live()
    {
        var module = JSInterop.SetupModule("./Components/Layout/MainLayout.razor.js");
        module.SetupVoid("markReady").SetVoidResult();

        Render<MainLayout>();

        module.VerifyInvoke("markReady");
    }

    [Fact]
    public void A_page_that_fails_is_replaced_by_a_sentence_and_can_be_tried_again()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;

        var layout = Render<MainLayout>(parameters => parameters.Add(layout => layout.Body, Page));

        Assert.Contains("This page failed", layout.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        _isBroken = false;
        layout.Find("button").Click();

        Assert.Equal("All is well", layout.Find("p").TextContent);
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
