using Assistant.Core;
using Assistant.Core.Replies;
using Assistant.Web.Components.Latency;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Components.Latency;

public sealed class LatencyPageTests : BunitContext
{
    private readonly LatencyLog _log = new();

    public LatencyPageTests() => Services.AddSingleton(_log).AddSingleton(Owner.Local);

    [Fact]
    public void Before_anything_is_measured_it_says_how_to_begin()
    {
        var page = Render<LatencyPage>();

        Assert.StartsWith("Nothing is measured yet", page.Find("main > p").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table, svg"));
        Assert.Equal("", page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Each_stage_has_its_percentiles_and_its_share()
    {
        Add(cycle: 200, total: 160, model: 150, firstByte: 90, before: 4);
        Add(cycle: 400, total: 370, model: 350, firstByte: 190, before: 10);

        var rows = Render<LatencyPage>().FindAll("tbody tr, tfoot tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent)));

        Assert.Equal(
            [
                "Page and network | 30 ms | 40 ms | 40 ms | 11.7 %",
                "Server, before the model | 4.0 ms | 10 ms | 10 ms | 2.3 %",
                "Model, first byte | 90 ms | 190 ms | 190 ms | 46.7 %",
                "Model, writing | 60 ms | 160 ms | 160 ms | 36.7 %",
                "Waits before retries | 0.0 ms | 0.0 ms | 0.0 ms | 0.0 %",
                "Server, after the model | 6.0 ms | 10 ms | 10 ms | 2.7 %",
                "Full cycle | 200 ms | 400 ms | 400 ms | ",
            ],
            rows);
    }

    [Fact]
    public void The_slowest_stage_and_the_page_tax_are_told_in_words()
    {
        Add(cycle: 200, total: 160, model: 150, firstByte: 140, before: 4);

        var words = Render<LatencyPage>().Find("section").TextContent;

        Assert.Contains("25.0 % page tax", words, StringComparison.Ordinal);
        Assert.Contains("Slowest is the model until its first byte: 70.0 % of the time, 140 ms at the median.", words, StringComparison.Ordinal);
        Assert.Contains("One reply since the Assistant came up.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_stacks_the_stages_of_each_percentile_and_says_them_in_words()
    {
        Add(cycle: 200, total: 160, model: 150, firstByte: 90, before: 5);
        Add(cycle: 400, total: 360, model: 350, firstByte: 190, before: 5);

        var bars = Render<LatencyPage>().FindAll("svg[role=img]");

        Assert.Equal(
            "p50: Page and network 40 ms, Server, before the model 5.0 ms, Model, first byte 90 ms, Model, writing 60 ms, Waits before retries 0.0 ms, Server, after the model 5.0 ms",
            bars[0].GetAttribute("aria-label"));
        Assert.Equal(
            ["0% 10%", "10% 1.25%", "11.25% 22.5%", "33.75% 15%", "48.75% 0%", "48.75% 1.25%"],
            bars[0].Children.Select(piece => $"{piece.GetAttribute("x")} {piece.GetAttribute("width")}"));
        Assert.Equal(3, bars.Count);
    }

    private void Add(int cycle, int total, int model, int firstByte, int before) => _log.Add(
        Owner.Local,
        TimeSpan.FromMilliseconds(cycle),
        new ReplyTiming(TimeSpan.FromMilliseconds(total), TimeSpan.FromMilliseconds(model), TimeSpan.FromMilliseconds(firstByte), TimeSpan.Zero, null, null, null)
        {
            Before = TimeSpan.FromMilliseconds(before),
        });
}
