using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

public sealed class StockRulesTests
{
    [Fact]
    public void Every_rule_has_its_analyzer_its_fixer_and_its_sentence()
    {
        var fixes = StockFixes.Load();

        Assert.All(StockRules.All, rule =>
        {
            Assert.NotEmpty(fixes.AnalyzersFor([rule]));
            Assert.NotEmpty(fixes.FixersFor(rule));
            Assert.EndsWith(".", rule.Sentence);
        });
        Assert.Distinct(StockRules.All.Select(rule => rule.Id));
    }
}
