using Assistant.Web.Components.Layout;
using Bunit;

namespace Assistant.Tests.Components.Layout;

public sealed class NotFoundPageTests : BunitContext
{
    [Fact]
    public void It_says_what_happened_and_leads_home()
    {
        var page = Render<NotFoundPage>();

        Assert.Equal("There is nothing at this address", page.Find("h1").TextContent);
        Assert.Equal("", page.Find("a").GetAttribute("href"));
    }
}
