using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Bunit;

namespace Assistant.Tests.Components.Parts;

public sealed class FactsLineTests : BunitContext
{
    [Fact]
    public void The_reason_for_the_delivery_is_short_to_see_and_whole_on_hover()
    {
        var meter = new ReplyMeter(new ManualTime());
        meter.Planned(true, "streamed, long answer expected (write, about 900 tokens)");
        meter.Answered("scripted", "stop", null);

        var line = Show(meter.Read());

        Assert.Equal("streamed, long answer expected (write, about 900 tokens)", line.Find("[data-part=facts]").GetAttribute("title"));
        Assert.Equal(["scripted", "streamed, long answer expected"], line.FindAll("span").Take(2).Select(fact => fact.TextContent));
    }

    [Fact]
    public void Without_facts_it_is_empty()
    {
        var line = Show(null);

        Assert.Equal("", line.Find("[data-part=facts]").TextContent.Trim());
        Assert.False(line.Find("[data-part=facts]").HasAttribute("title"));
    }

    private IRenderedComponent<FactsLine> Show(ReplyFacts? facts) =>
        Render<FactsLine>(parameters => parameters.Add(line => line.Facts, facts).Add(line => line.State, ReplyState.Done));
}
