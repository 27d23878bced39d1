using Assistant.Web.Components.Parts;
using Bunit;

namespace Assistant.Tests.Components.Parts;

public sealed class InlineTextTests : BunitContext
{
    [Theory]
    [InlineData("use var", "use var")]
    [InlineData("use `var` here", "use <code>var</code> here")]
    [InlineData("`int` to `var`", "<code>int</code> to <code>var</code>")]
    [InlineData("the ` key", "the ` key")]
    [InlineData("`a` and ` alone", "`a` and ` alone")]
    [InlineData("a List<int>", "a List&lt;int&gt;")]
    [InlineData("", "")]
    public void What_stands_between_backticks_is_code(string text, string markup) =>
        Render<InlineText>(parameters => parameters.Add(inline => inline.Text, text)).MarkupMatches(markup);
}
