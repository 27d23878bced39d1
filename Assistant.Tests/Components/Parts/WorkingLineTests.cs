using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Components.Parts;

public sealed class WorkingLineTests : BunitContext
{
    private readonly ManualTime _time = new();

    public WorkingLineTests() => Services.AddSingleton<TimeProvider>(_time);

    [Fact]
    public void Seconds_are_counted_from_the_first_full_one()
    {
        var line = Render<WorkingLine>();

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(line.FindAll(".seconds"));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        line.WaitForAssertion(() => Assert.Equal("1 s", line.Find(".seconds").TextContent));
        _time.Advance(TimeSpan.FromSeconds(41));
        line.WaitForAssertion(() => Assert.Equal("42 s", line.Find(".seconds").TextContent));
    }

    [Fact]
    public void It_is_hidden_from_screen_readers() => Assert.Equal("true", Render<WorkingLine>().Find("p").GetAttribute("aria-hidden"));

    [Fact]
    public void The_word_is_left_to_the_style_sheet_so_that_it_is_never_copied() => Assert.Equal("", Render<WorkingLine>().Find("p").TextContent.Trim());

    [Fact]
    public void A_notice_takes_the_place_of_the_word()
    {
        var line = Render<WorkingLine>(parameters => parameters.Add(line => line.Notice, "Rate-limited, trying again in 4 s"));

        Assert.Equal("Rate-limited, trying again in 4 s", line.Find("p").TextContent.Trim());
        Assert.Empty(line.FindAll(".word"));
    }

    [Fact]
    public void What_it_is_busy_with_is_said_and_changes_at_most_once_a_second()
    {
        var doing = "thinking";
        var line = Render<WorkingLine>(parameters => parameters.Add(line => line.Doing, () => doing));
        Assert.Empty(line.FindAll(".doing"));

        _time.Advance(TimeSpan.FromSeconds(1));
        line.WaitForAssertion(() => Assert.Equal("· thinking", line.Find(".doing").TextContent));
        doing = "running tests";
        line.Render();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("· thinking", line.Find(".doing").TextContent);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        line.WaitForAssertion(() => Assert.Equal("· running tests", line.Find(".doing").TextContent));
    }

    [Fact]
    public void A_notice_says_enough_without_what_it_is_busy_with()
    {
        var line = Render<WorkingLine>(parameters => parameters.Add(line => line.Notice, "Trying again").Add(line => line.Doing, () => "thinking"));

        _time.Advance(TimeSpan.FromSeconds(1));

        line.WaitForAssertion(() => Assert.Equal("1 s", line.Find(".seconds").TextContent));
        Assert.Empty(line.FindAll(".doing"));
    }

    [Fact]
    public async Task Nothing_is_counted_any_more_once_it_is_gone()
    {
        var line = Render<WorkingLine>();

        await DisposeComponentsAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, line.RenderCount);
    }
}
