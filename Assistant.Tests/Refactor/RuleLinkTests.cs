using Assistant.Core.Refactor;

namespace Assistant.Tests.Refactor;

public sealed class RuleLinkTests
{
    [Theory]
    [InlineData("IDE0044", "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/style-rules/ide0044")]
    [InlineData("CA1822", "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/ca1822")]
    [InlineData("RCS1001", "https://josefpihrt.github.io/docs/roslynator/analyzers/RCS1001")]
    [InlineData("MA0007", "https://github.com/meziantou/Meziantou.Analyzer/blob/main/docs/Rules/MA0007.md")]
    public void A_rule_leads_to_its_page(string id, string page) => Assert.Equal(page, RuleLink.Of(id)!.AbsoluteUri);

    [Theory]
    [InlineData("CS0029")]
    [InlineData("CAT1")]
    [InlineData(null)]
    public void A_rule_nobody_explains_leads_nowhere(string? id) => Assert.Null(RuleLink.Of(id));
}
